# RUN: cjax-parse %s | FileCheck %s
# Conditional expressions, lambdas, assignment expressions.

a if b else c
# CHECK: body Expr
# CHECK-NEXT: value IfExp
# CHECK-NEXT: test Name id=b
# CHECK-NEXT: body Name id=a
# CHECK-NEXT: orelse Name id=c

a if b else c if d else e
# CHECK: body Expr
# CHECK-NEXT: value IfExp
# CHECK-NEXT: test Name id=b
# CHECK-NEXT: body Name id=a
# CHECK-NEXT: orelse IfExp
# CHECK-NEXT: test Name id=d
# CHECK-NEXT: body Name id=c
# CHECK-NEXT: orelse Name id=e

lambda: a
# CHECK: body Expr
# CHECK-NEXT: value Lambda
# CHECK-NEXT: body Name id=a

lambda x, *y, z=1, **w: x
# CHECK: body Expr
# CHECK-NEXT: value Lambda
# CHECK-NEXT: arg arg arg=x
# CHECK-NEXT: vararg arg arg=y
# CHECK-NEXT: kwonlyarg arg arg=z
# CHECK-NEXT: default Constant int 1
# CHECK-NEXT: kwarg arg arg=w
# CHECK-NEXT: body Name id=x

lambda x, /, y, *, z: 0
# CHECK: body Expr
# CHECK-NEXT: value Lambda
# CHECK-NEXT: posonlyarg arg arg=x
# CHECK-NEXT: arg arg arg=y
# CHECK-NEXT: kwonlyarg arg arg=z
# CHECK-NEXT: body Constant int 0

lambda: lambda: a
# CHECK: body Expr
# CHECK-NEXT: value Lambda
# CHECK-NEXT: body Lambda
# CHECK-NEXT: body Name id=a

(a := b)
# CHECK: body Expr
# CHECK-NEXT: value NamedExpr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

f(a := 1)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=f
# CHECK-NEXT: args NamedExpr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Constant int 1

x[a := 1]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=x
# CHECK-NEXT: slice NamedExpr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Constant int 1

[a := 1, b]
# CHECK: body Expr
# CHECK-NEXT: value List
# CHECK-NEXT: elts NamedExpr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Constant int 1
# CHECK-NEXT: elts Name id=b
