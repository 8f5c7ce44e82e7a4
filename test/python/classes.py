# RUN: cjax-parse %s | FileCheck %s
# Classes.

class A: pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: body Pass

class A(): pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: body Pass

class A(B, *C, metaclass=D, **E):
    x: int = 1

    def f(self): pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: bases Name id=B
# CHECK-NEXT: bases Starred
# CHECK-NEXT: value Name id=C
# CHECK-NEXT: keywords keyword arg=metaclass
# CHECK-NEXT: value Name id=D
# CHECK-NEXT: keywords keyword
# CHECK-NEXT: value Name id=E
# CHECK-NEXT: body AnnAssign simple
# CHECK-NEXT: target Name id=x
# CHECK-NEXT: annotation Name id=int
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: body FunctionDef name=f
# CHECK-NEXT: arg arg arg=self
# CHECK-NEXT: body Pass

@a
class A: pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: body Pass
# CHECK-NEXT: decorator_list Name id=a

class A[T](B): pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: bases Name id=B
# CHECK-NEXT: body Pass
# CHECK-NEXT: type_params TypeVar name=T
