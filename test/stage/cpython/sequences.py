# Slices, star-unpacking, assignment targets, deletion.
# RUN: cjaxc run --interpret %s | diff %S/sequences.out -

def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


print("== slices of lists, tuples, strings, ranges")
for s in ([0, 1, 2, 3, 4], (0, 1, 2, 3, 4), "01234", range(5), b"01234"):
    print(s[1:3], s[:], s[::-1], s[-2:], s[:-2], s[10:], s[-10:2], s[3:1], s[3:0:-2], s[::2], s[-1::-3])

print("== slice errors")
err(lambda: [1][::0])
err(lambda: [1]["a"])
err(lambda: [1][1.0:])
err(lambda: (1,)[5])
err(lambda: "abc"[-4])
err(lambda: {}[1:2])
err(lambda: 5[0])

print("== assignment to slices")
a = [0, 1, 2, 3, 4, 5]
a[1:3] = "xyz"
print(a)
a[::2] = [9, 9, 9, 9]
print(a)
a[2:2] = [7, 7]
print(a)
a[:] = a[::-1]
print(a)
a[5:] = ()
print(a)
a[-1:] = a
print(a)
def bad(): a[::2] = [1]
err(bad)
def bad2(): a[0:1] = 5
err(bad2)

print("== deletion of items and slices")
a = list(range(10))
del a[0], a[-1]
print(a)
del a[::3]
print(a)
del a[1:3]
print(a)
del a[5:], a[:1]
print(a)
def bad3(): del a[7]
err(bad3)
d = {1: 2, 3: 4}
del d[1]
print(d)
def bad4(): del d[1]
err(bad4)

print("== starred targets")
a, *b = [1, 2, 3]; print(a, b)
*a, b = (1, 2, 3); print(a, b)
a, *b, c = "xy"; print(a, b, c)
(a, (b, *c)), *d = [(1, "bcd"), 5, 6]; print(a, b, c, d)
[a, [b]] = 1, [2]; print(a, b)
*a, = range(3); print(a)

print("== unpacking errors")
def u(v):
    a, b = v
def us(v):
    a, *b, c = v
for v in ((1,), (1, 2, 3), "x", "xyz", 5, None, {}, iter([1])):
    err(u, v)
for v in ((1,), (), 7):
    err(us, v)

print("== chained and swapped assignment")
a = b = c = []
a.append(1)
print(a, b, c, a is c)
a, b = 1, 2
a, b = b, a
print(a, b)
i = 0
l = [0, 0, 0]
i, l[i], i = 1, 5, 2
print(i, l)
x = y, z = 1, 2
print(x, y, z)

print("== order of evaluation of an assignment")
def n(k):
    print("n", k)
    return k
l = [0] * 5
l[n(1)] = l[n(2)] = n(3)
l[n(1)], l[n(2)] = n(3), n(4)
l[n(0)] += n(5)
{n(1): n(2), n(3): n(4)}
print(n(1) + n(2) * n(3), l)

print("== augmented assignment of items and attributes")
class P: pass
p = P()
p.v = [1]
p.v += [2]
p.v *= 2
d = {"k": 1}
d["k"] += 4
l = [[1], 2]
l[0] += (5,)
l[-1] -= 9
print(p.v, d, l)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)

print("== displays with stars")
a, d = [1, 2], {"x": 1}
print([*a, 0, *a], (*a, *"ab"), {*a, 3}, {**d, "y": 2, **{"x": 9}}, [*range(3), *{}], [*d, *d.items()])
err(lambda: [*5])
err(lambda: {**5})
err(lambda: {*[[]]})

print("== loops over targets")
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for d["it"] in range(3): pass
for l[0], l[1] in [(1, 2), (3, 4)]: pass
print(d, l)

print("== multiplication and addition of sequences")
print([1] * 3, 2 * (1, 2), "ab" * 0, [1] * -1, [] + [1], () + (2,), "a" "b", b"x" * 2, [[]] * 2)
g = [[0] * 2] * 2
g[0][0] = 1
print(g)
err(lambda: [1] * 1.0)
err(lambda: [1] + (2,))
err(lambda: "a" * "b")

print("== slice objects")
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None, None), s == slice(1, 10, 2), s.indices(5))
print([0, 1, 2, 3, 4][s], slice(None, None, -1).indices(4), slice(-2, None).indices(4))
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[::], g[1, 2:3], g[...], g[:, None], g[()], g[-1:, ::2], g["k":"v"])
err(lambda: hash(slice(1)))
err(lambda: slice(1, 2, 0).indices(3))
