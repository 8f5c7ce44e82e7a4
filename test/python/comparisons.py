# RUN: cjax-parse %s | FileCheck %s
# Comparisons chain; not, and, or.

a < b <= c
# CHECK: body Expr
# CHECK-NEXT: value Compare Lt LtE
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b
# CHECK-NEXT: comparators Name id=c

a == b != c
# CHECK: body Expr
# CHECK-NEXT: value Compare Eq NotEq
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b
# CHECK-NEXT: comparators Name id=c

a is b
# CHECK: body Expr
# CHECK-NEXT: value Compare Is
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b

a is not b
# CHECK: body Expr
# CHECK-NEXT: value Compare IsNot
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b

a in b
# CHECK: body Expr
# CHECK-NEXT: value Compare In
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b

a not in b
# CHECK: body Expr
# CHECK-NEXT: value Compare NotIn
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b

not a == b
# CHECK: body Expr
# CHECK-NEXT: value UnaryOp Not
# CHECK-NEXT: operand Compare Eq
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b

a and b or c and d
# CHECK: body Expr
# CHECK-NEXT: value BoolOp Or
# CHECK-NEXT: values BoolOp And
# CHECK-NEXT: values Name id=a
# CHECK-NEXT: values Name id=b
# CHECK-NEXT: values BoolOp And
# CHECK-NEXT: values Name id=c
# CHECK-NEXT: values Name id=d

not a and b
# CHECK: body Expr
# CHECK-NEXT: value BoolOp And
# CHECK-NEXT: values UnaryOp Not
# CHECK-NEXT: operand Name id=a
# CHECK-NEXT: values Name id=b

a > b >= c | d
# CHECK: body Expr
# CHECK-NEXT: value Compare Gt GtE
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: comparators Name id=b
# CHECK-NEXT: comparators BinOp BitOr
# CHECK-NEXT: left Name id=c
# CHECK-NEXT: right Name id=d

not not a
# CHECK: body Expr
# CHECK-NEXT: value UnaryOp Not
# CHECK-NEXT: operand UnaryOp Not
# CHECK-NEXT: operand Name id=a
