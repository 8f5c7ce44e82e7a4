# RUN: cjax-parse %s | FileCheck %s
# Statements of one word or two.

pass
# CHECK: body Pass

a; b;
# CHECK: body Expr
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: body Expr
# CHECK-NEXT: value Name id=b

del a
# CHECK: body Delete
# CHECK-NEXT: targets Name id=a

del a, b.c, d[e]
# CHECK: body Delete
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: targets Attribute attr=c
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: targets Subscript
# CHECK-NEXT: value Name id=d
# CHECK-NEXT: slice Name id=e

del (a, b)
# CHECK: body Delete
# CHECK-NEXT: targets Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b

del (a), b
# CHECK: body Delete
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: targets Name id=b

assert a
# CHECK: body Assert
# CHECK-NEXT: test Name id=a

assert a, b
# CHECK: body Assert
# CHECK-NEXT: test Name id=a
# CHECK-NEXT: msg Name id=b

raise
# CHECK: body Raise

raise a
# CHECK: body Raise
# CHECK-NEXT: exc Name id=a

raise a from b
# CHECK: body Raise
# CHECK-NEXT: exc Name id=a
# CHECK-NEXT: cause Name id=b

...
# CHECK: body Expr
# CHECK-NEXT: value Constant Ellipsis
