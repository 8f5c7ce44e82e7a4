# RUN: cjax-parse %s | FileCheck %s
# Names may use letters of any script; soft keywords are names.

é
# CHECK: body Expr
# CHECK-NEXT: value Name id=é

数
# CHECK: body Expr
# CHECK-NEXT: value Name id=数

_x1
# CHECK: body Expr
# CHECK-NEXT: value Name id=_x1

match = 1
# CHECK: body Assign
# CHECK-NEXT: targets Name id=match
# CHECK-NEXT: value Constant int 1

case = 1
# CHECK: body Assign
# CHECK-NEXT: targets Name id=case
# CHECK-NEXT: value Constant int 1

type = 1
# CHECK: body Assign
# CHECK-NEXT: targets Name id=type
# CHECK-NEXT: value Constant int 1

_ = 1
# CHECK: body Assign
# CHECK-NEXT: targets Name id=_
# CHECK-NEXT: value Constant int 1

match(x)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=match
# CHECK-NEXT: args Name id=x

match[x]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=match
# CHECK-NEXT: slice Name id=x

match.x
# CHECK: body Expr
# CHECK-NEXT: value Attribute attr=x
# CHECK-NEXT: value Name id=match

type(x)
# CHECK: body Expr
# CHECK-NEXT: value Call
# CHECK-NEXT: func Name id=type
# CHECK-NEXT: args Name id=x

case
# CHECK: body Expr
# CHECK-NEXT: value Name id=case

print
# CHECK: body Expr
# CHECK-NEXT: value Name id=print
