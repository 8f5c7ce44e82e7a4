# RUN: cjax-parse %s | FileCheck %s
# Functions and their parameters.

def f(): pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: body Pass

def f(a, b=1, /, c=2, *d, e, g=3, **h): pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: posonlyarg arg arg=a
# CHECK-NEXT: posonlyarg arg arg=b
# CHECK-NEXT: default Constant int 1
# CHECK-NEXT: arg arg arg=c
# CHECK-NEXT: default Constant int 2
# CHECK-NEXT: vararg arg arg=d
# CHECK-NEXT: kwonlyarg arg arg=e
# CHECK-NEXT: kwonlyarg arg arg=g
# CHECK-NEXT: default Constant int 3
# CHECK-NEXT: kwarg arg arg=h
# CHECK-NEXT: body Pass

def f(a: int, *b: str, c: x = 1, **d: y) -> z: pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: arg arg arg=a
# CHECK-NEXT: annotation Name id=int
# CHECK-NEXT: vararg arg arg=b
# CHECK-NEXT: annotation Name id=str
# CHECK-NEXT: kwonlyarg arg arg=c
# CHECK-NEXT: annotation Name id=x
# CHECK-NEXT: default Constant int 1
# CHECK-NEXT: kwarg arg arg=d
# CHECK-NEXT: annotation Name id=y
# CHECK-NEXT: body Pass
# CHECK-NEXT: returns Name id=z

def f(*, a): pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: kwonlyarg arg arg=a
# CHECK-NEXT: body Pass

def f(*a: *b): pass
# CHECK: body FunctionDef name=f
# CHECK-NEXT: vararg arg arg=a
# CHECK-NEXT: annotation Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Pass

@a
@b.c(d)
def f():
    return
# CHECK: body FunctionDef name=f
# CHECK-NEXT: body Return
# CHECK-NEXT: decorator_list Name id=a
# CHECK-NEXT: decorator_list Call
# CHECK-NEXT: func Attribute attr=c
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: args Name id=d

def f():
    """doc"""
    return a, *b
# CHECK: body FunctionDef name=f
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Constant str "doc"
# CHECK-NEXT: body Return
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b

def f(a,): yield
# CHECK: body FunctionDef name=f
# CHECK-NEXT: arg arg arg=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Yield

def f():
    x = yield a
    yield from b
    global c, d
    nonlocal_ = 1
# CHECK: body FunctionDef name=f
# CHECK-NEXT: body Assign
# CHECK-NEXT: targets Name id=x
# CHECK-NEXT: value Yield
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value YieldFrom
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Global names=c,d
# CHECK-NEXT: body Assign
# CHECK-NEXT: targets Name id=nonlocal_
# CHECK-NEXT: value Constant int 1

def f(a):
    def g():
        nonlocal a
        return a
    return g
# CHECK: body FunctionDef name=f
# CHECK-NEXT: arg arg arg=a
# CHECK-NEXT: body FunctionDef name=g
# CHECK-NEXT: body Nonlocal names=a
# CHECK-NEXT: body Return
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: body Return
# CHECK-NEXT: value Name id=g
