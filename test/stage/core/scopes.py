# Scopes: classes, comprehensions, closures, cells.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

x = "global"
class A:
    x = "class"
    y = [x for _ in range(1)]
    def f(self): return x
    z = (lambda: x)()
    class B:
        w = x
    try:
        q = [i for i in range(3) if i in (0, 1, 2)]
    except NameError as e:
        q = str(e)
print(A.y, A().f(), A.z, A.B.w, A.q)
def f():
    x = "local"
    class C:
        y = x
        def g(self): return x
        def h(self): return __class__.__name__
    return C
print(f().y, f()().g(), f()().h())
def g():
    def inner():
        return v
    v = 1
    a = inner()
    v = 2
    return a, inner()
print(g())
def dl():
    a = 1
    def i(): return a
    del a
    try:
        return i()
    except NameError as e:
        return str(e)
print(dl())
def gen_scope():
    n = 3
    return list(i * n for i in range(n) if all(j < n for j in range(i)))
print(gen_scope())
def many():
    fs = []
    for i in range(3):
        def k(i=i, *, j=i * 2):
            return i, j
        fs.append(k)
    return [h() for h in fs]
print(many())

#CHECK:['global'] global global global [0, 1, 2]
#CHECK-NEXT:local local C
#CHECK-NEXT:(1, 2)
#CHECK-NEXT:cannot access free variable 'a' where it is not associated with a value in enclosing scope
#CHECK-NEXT:[0, 3, 6]
#CHECK-NEXT:[(0, 0), (1, 2), (2, 4)]
