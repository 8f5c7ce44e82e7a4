# RUN: cjax-parse %s | FileCheck %s
# Type parameters and aliases.

type X = int
# CHECK: body TypeAlias
# CHECK-NEXT: name Name id=X
# CHECK-NEXT: value Name id=int

type X[T] = list[T]
# CHECK: body TypeAlias
# CHECK-NEXT: name Name id=X
# CHECK-NEXT: type_params TypeVar name=T
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=list
# CHECK-NEXT: slice Name id=T

def f[T, *Ts, **P](a: T) -> T: pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: arg arg arg=a
# CHECK-NEXT: annotation Name id=T
# CHECK-NEXT: body Pass
# CHECK-NEXT: returns Name id=T
# CHECK-NEXT: type_params TypeVar name=T
# CHECK-NEXT: type_params TypeVarTuple name=Ts
# CHECK-NEXT: type_params ParamSpec name=P

class A[T: int, U: (int, str)]: pass
# CHECK: body ClassDef name=A
# CHECK-NEXT: body Pass
# CHECK-NEXT: type_params TypeVar name=T
# CHECK-NEXT: bound Name id=int
# CHECK-NEXT: type_params TypeVar name=U
# CHECK-NEXT: bound Tuple
# CHECK-NEXT: elts Name id=int
# CHECK-NEXT: elts Name id=str

type type = type
# CHECK: body TypeAlias
# CHECK-NEXT: name Name id=type
# CHECK-NEXT: value Name id=type
