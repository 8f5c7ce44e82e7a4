# RUN: cjax-parse %s | FileCheck %s
# Integers keep their digits, floats are exact.

0
# CHECK: body Expr
# CHECK-NEXT: value Constant int 0

1_000_000
# CHECK: body Expr
# CHECK-NEXT: value Constant int 1000000

0x_Ff
# CHECK: body Expr
# CHECK-NEXT: value Constant int 255

0o17
# CHECK: body Expr
# CHECK-NEXT: value Constant int 15

0B101
# CHECK: body Expr
# CHECK-NEXT: value Constant int 5

9223372036854775807
# CHECK: body Expr
# CHECK-NEXT: value Constant int 9223372036854775807

9223372036854775808
# CHECK: body Expr
# CHECK-NEXT: value Constant int 9223372036854775808

0xFFFFFFFFFFFFFFFFFFFF
# CHECK: body Expr
# CHECK-NEXT: value Constant int 0xFFFFFFFFFFFFFFFFFFFF

00
# CHECK: body Expr
# CHECK-NEXT: value Constant int 0

1.
# CHECK: body Expr
# CHECK-NEXT: value Constant float 1

.5e-3
# CHECK: body Expr
# CHECK-NEXT: value Constant float 0.00050000000000000001

1_0.0_1e1_0
# CHECK: body Expr
# CHECK-NEXT: value Constant float 100100000000

1e400
# CHECK: body Expr
# CHECK-NEXT: value Constant float inf

0.1
# CHECK: body Expr
# CHECK-NEXT: value Constant float 0.10000000000000001

2j
# CHECK: body Expr
# CHECK-NEXT: value Constant imaginary 2

1.5e3J
# CHECK: body Expr
# CHECK-NEXT: value Constant imaginary 1500

1if x else 2
# CHECK: body Expr
# CHECK-NEXT: value IfExp
# CHECK-NEXT: test Name id=x
# CHECK-NEXT: body Constant int 1
# CHECK-NEXT: orelse Constant int 2
