# RUN: cjax-parse %s | FileCheck %s
# Lists, tuples, sets and dicts.

[]
# CHECK: body Expr
# CHECK-NEXT: value List

[a, *b]
# CHECK: body Expr
# CHECK-NEXT: value List
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b

()
# CHECK: body Expr
# CHECK-NEXT: value Tuple

(a,)
# CHECK: body Expr
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=a

a, b
# CHECK: body Expr
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b

a,
# CHECK: body Expr
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=a

(a)
# CHECK: body Expr
# CHECK-NEXT: value Name id=a

{a, *b}
# CHECK: body Expr
# CHECK-NEXT: value Set
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b

{}
# CHECK: body Expr
# CHECK-NEXT: value Dict

{a: b}
# CHECK: body Expr
# CHECK-NEXT: value Dict
# CHECK-NEXT: keys Name id=a
# CHECK-NEXT: values Name id=b

{a: b, **c}
# CHECK: body Expr
# CHECK-NEXT: value Dict
# CHECK-NEXT: keys Name id=a
# CHECK-NEXT: keys null
# CHECK-NEXT: values Name id=b
# CHECK-NEXT: values Name id=c

{**a}
# CHECK: body Expr
# CHECK-NEXT: value Dict
# CHECK-NEXT: keys null
# CHECK-NEXT: values Name id=a

[[a], [b]]
# CHECK: body Expr
# CHECK-NEXT: value List
# CHECK-NEXT: elts List
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts List
# CHECK-NEXT: elts Name id=b
