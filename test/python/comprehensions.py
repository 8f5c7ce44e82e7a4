# RUN: cjax-parse %s | FileCheck %s
# Comprehensions.

[a for a in b]
# CHECK: body Expr
# CHECK-NEXT: value ListComp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter Name id=b

{a for a in b if c if d}
# CHECK: body Expr
# CHECK-NEXT: value SetComp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter Name id=b
# CHECK-NEXT: ifs Name id=c
# CHECK-NEXT: ifs Name id=d

{a: b for a, b in c}
# CHECK: body Expr
# CHECK-NEXT: value DictComp
# CHECK-NEXT: key Name id=a
# CHECK-NEXT: elt Name id=b
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: iter Name id=c

(a for a in b for c in d)
# CHECK: body Expr
# CHECK-NEXT: value GeneratorExp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter Name id=b
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=c
# CHECK-NEXT: iter Name id=d

[a for a, *b in c]
# CHECK: body Expr
# CHECK-NEXT: value ListComp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: iter Name id=c

[a for a in b or c]
# CHECK: body Expr
# CHECK-NEXT: value ListComp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter BoolOp Or
# CHECK-NEXT: values Name id=b
# CHECK-NEXT: values Name id=c

[[a for a in b] for b in c]
# CHECK: body Expr
# CHECK-NEXT: value ListComp
# CHECK-NEXT: elt ListComp
# CHECK-NEXT: elt Name id=a
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: iter Name id=b
# CHECK-NEXT: generators comprehension
# CHECK-NEXT: target Name id=b
# CHECK-NEXT: iter Name id=c
