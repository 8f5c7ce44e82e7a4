# Forms of the syntax: literals, lines, strings, operators' precedence, statements in odd places.
# RUN: cjaxc run --interpret %s | diff %S/syntax_forms.out -

print("== numbers")
print(0xFF, 0o17, 0b11, 1_000, 0x_f, 1e3, 1E-2, .5, 5., 1_0.0_1, 1j, .5J, 0, 00, 1e0, 0xdead_beef, 12345678901234567890)

print("== strings")
print('a', "a", '''a''', """a""", r'\n', b'b', rb'\x', Rb'\x', f'{1}', fr'\{1}', rf'{2}\n', u'u', "a" 'b' r"\c", ("x"
      "y"), "\
z", "\x41\101\u0041\U00000041", "\'\"\\\a\b".encode(), 'it''s', "tab\there")

print("== precedence")
print(-2 ** 2, 2 ** -1, 2 ** 3 ** 0, not 1 == 2, not (1 and 0), 1 + 2 << 1, 1 | 2 ^ 3 & 4, 5 - 3 - 1, 2 * 3 % 4, -7 // 2, ~1 + 1, 1 < 2 == True)
print(1 if 0 else 2 if 0 else 3, lambda: 1 if 0 else 2, (lambda x: x or 5)(0), [*range(2), *"a"], not not [], 3 in [3] == True) if False else print(
    1 if 0 else 2 if 0 else 3, (lambda x: x or 5)(0), [*range(2), *"a"], not not [], 2 + 3 if True else 4, (1, 2) + (3,), 4 @ 5 if False else "m")

print("== lines")
x = (1 +
     2  # a comment
     + 3)
y = [
    1,

    2,
]; z = 3
if (x == 6 and
        y): print("joined", x, y, z)
a = 1 + \
    2
print(a); print("two"); b = a

print("== tuples without parentheses")
t = 1, 2
u = 3,
v, = u
for i in 1, 2: print(i, end=" ")
def r(): return 1, *t
print(t, u, v, r(), *t)
s = {1: 2}[1], [5, 6][0]
print(s)

print("== pass, ellipsis, docstrings")
def f(): ...
def g(): "doc"
class C: "class doc"
class D: ...
if True: pass
else: ...
print(f(), g.__doc__, C.__doc__, D.__doc__, f.__doc__)
def m():
    """Several
      lines."""
print(repr(m.__doc__))

print("== trailing commas and long calls")
print(max(1, 2,), [1, 2,], {1: 2,}, (lambda a, b,: a)(1, 2,), sorted([2, 1], reverse=True,), {1, 2,} == {1, 2})
def h(a, b=1, *, c=2,): return a, b, c
print(h(0,), h(1, c=5,))

print("== conditional definitions")
if 1 > 2:
    def pick(): return "first"
else:
    def pick(): return "second"
class Cond:
    if True: v = 1
    else: v = 2
    for k in range(2): v += k
    del k
print(pick(), Cond.v, hasattr(Cond, "k"))

print("== decorators, lambdas and comprehensions in odd places")
@(lambda f: lambda: f() + 1)
def one(): return 1
table = {"a": lambda x: x + 1, "b": [lambda: 2, lambda: 3]}
print(one(), table["a"](1), table["b"][1](), [f() for f in table["b"]], (lambda *, k: k)(k=4), {**{"z": 1}}["z"])

print("== chained attribute, call, index")
class Ch:
    def __init__(self): self.l = [[self]]
    def me(self, *a): return self
    def __getitem__(self, i): return self
c = Ch()
print(c.me().me(1)[0][1:2].l[0][0] is c, "a-b".split("-")[1].upper()[0], [1, [2]][1][0], "abc"[1:][0], (1).real, 1.5.real, 5 .real)

print("== names")
π = 3.14
été = "summer"
_x, __y, z9 = 1, 2, 3
print(π, été, _x, __y, z9, ª if False else "")

print("== operators on the left of assignments")
d = {}
d["a"], d["b"] = d["c"] = "xy"
l = [0] * 3
l[0], (l[1], *l[2:]) = 1, "abc"
class A: pass
a = A(); a.x = a.y = 5
a.x += a.y; a.z = [a.x]; a.z[0] -= 1
print(d, l, a.__dict__)
x: int = 5
y: "undefined thing" = 6
a.w: int = 7
l[0]: str = "annotated"
print(x, y, a.w, l[0])

print("== nested f-strings and formats")
w = 8
print(f"{'nested ' + f'{w:>{w}}'!r:>25}", f"{w!r:^{w}}", f"{'a' 'b'}", f"{ {'k': 1}['k'] }", f"{(lambda: 5)()}", f"{w:{'>' + str(w)}}", f"{{}}{{{w}}}")

print("== is, in, not")
print(1 not in [2], not 1 in [2], None is not None, not None is None, [] is not [], 1 in [1] in [[1]], "a" not in "b" in "bc")

print("== assert, del, global in one line")
def one_line(): global gg; gg = 1; assert gg, "no"; del gg
one_line()
print("gg" in globals())
