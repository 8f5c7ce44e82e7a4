# RUN: cjax-parse %s | FileCheck %s
# Lines are joined in brackets and by a backslash; blank lines and comments do not count.

a = (b +

     # comment
     c)
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: value BinOp Add
# CHECK-NEXT: left Name id=b
# CHECK-NEXT: right Name id=c

a = b + \
  c
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: value BinOp Add
# CHECK-NEXT: left Name id=b
# CHECK-NEXT: right Name id=c

if a:

    # comment
  # odd comment
    b

# comment
    c
# CHECK: body If
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c

if a:
	b
	if c:
		d
# CHECK: body If
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body If
# CHECK-NEXT: test Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d

if a: b; c; d
# CHECK: body If
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=c
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=d
