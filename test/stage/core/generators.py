# Generators: send, yield from, throw, close.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
it = fib(); print([next(it) for _ in range(10)])
def sub():
    x = yield 1
    print("sub got", x)
    y = yield 2
    print("sub got", y)
    return "result"
def main():
    r = yield from sub()
    print("r", r)
    yield from [10, 20]
    return 5
m = main()
print(next(m), m.send("A"), m.send("B"), next(m))
try:
    next(m)
except StopIteration as e:
    print("stop", e.value)
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
g = (x * x for x in range(4)); print(next(g), list(g), list(g))
def acc():
    total = 0
    while True:
        v = yield total
        if v is None: break
        total += v
    return total
a = acc(); next(a); a.send(5); print(a.send(6))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
def handler():
    try:
        yield 1
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("cleanup")
h = handler(); next(h); print(h.throw(ValueError("boom"))); h.close()

#CHECK:[0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
#CHECK-NEXT:sub got A
#CHECK-NEXT:sub got B
#CHECK-NEXT:r result
#CHECK-NEXT:1 2 10 20
#CHECK-NEXT:stop 5
#CHECK-NEXT:[1, 2, 1, 3, 1, 2, 1]
#CHECK-NEXT:0 [1, 4, 9] []
#CHECK-NEXT:11
#CHECK-NEXT:11
#CHECK-NEXT:caught boom
#CHECK-NEXT:cleanup
