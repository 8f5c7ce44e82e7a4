# Private names, closures as methods, errors about attributes and calls.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace

class A:
    def __init__(self, v=0): self.v = v
    def m(self): return 1
class D(A): pass
class P1:
    def __init__(self): self.__priv = 3
    def get(self): return self.__priv
print(P1().get(), P1().__dict__)
class Base:
    def hello(self): return "base"
class Mixin:
    def hello(self): return "mixin+" + super().hello()
class Fin(Mixin, Base): pass
print(Fin().hello())
try:
    class X(A, A): pass
except TypeError as e:
    print("dup", type(e).__name__)
try:
    class Y(A, D): pass
except TypeError as e:
    print("mro", type(e).__name__)
try:
    A(1, 2, 3)
except TypeError as e:
    print(e)
try:
    A.m()
except TypeError as e:
    print(e)
class Empty: pass
try:
    Empty(1)
except TypeError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
try:
    None + 1
except TypeError as e:
    print(e)
try:
    5()
except TypeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    [] < 1
except TypeError as e:
    print(e)

#CHECK:3 {'_P1__priv': 3}
#CHECK-NEXT:mixin+base
#CHECK-NEXT:dup TypeError
#CHECK-NEXT:mro TypeError
#CHECK-NEXT:A.__init__() takes from 1 to 2 positional arguments but 4 were given
#CHECK-NEXT:A.m() missing 1 required positional argument: 'self'
#CHECK-NEXT:Empty() takes no arguments
#CHECK-NEXT:object of type 'int' has no len()
#CHECK-NEXT:unsupported operand type(s) for +: 'NoneType' and 'int'
#CHECK-NEXT:'int' object is not callable
#CHECK-NEXT:'NoneType' object has no attribute 'x'
#CHECK-NEXT:'<' not supported between instances of 'list' and 'int'
