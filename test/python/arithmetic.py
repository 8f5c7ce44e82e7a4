# RUN: cjax-parse %s | FileCheck %s
# Operators by precedence.

a + b * c
# CHECK: body Expr
# CHECK-NEXT: value BinOp Add
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right BinOp Mult
# CHECK-NEXT: left Name id=b
# CHECK-NEXT: right Name id=c

a * b + c
# CHECK: body Expr
# CHECK-NEXT: value BinOp Add
# CHECK-NEXT: left BinOp Mult
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right Name id=b
# CHECK-NEXT: right Name id=c

a ** b ** c
# CHECK: body Expr
# CHECK-NEXT: value BinOp Pow
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right BinOp Pow
# CHECK-NEXT: left Name id=b
# CHECK-NEXT: right Name id=c

-a ** -b
# CHECK: body Expr
# CHECK-NEXT: value UnaryOp USub
# CHECK-NEXT: operand BinOp Pow
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right UnaryOp USub
# CHECK-NEXT: operand Name id=b

a - b - c
# CHECK: body Expr
# CHECK-NEXT: value BinOp Sub
# CHECK-NEXT: left BinOp Sub
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right Name id=b
# CHECK-NEXT: right Name id=c

a @ b // c % d / e
# CHECK: body Expr
# CHECK-NEXT: value BinOp Div
# CHECK-NEXT: left BinOp Mod
# CHECK-NEXT: left BinOp FloorDiv
# CHECK-NEXT: left BinOp MatMult
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right Name id=b
# CHECK-NEXT: right Name id=c
# CHECK-NEXT: right Name id=d
# CHECK-NEXT: right Name id=e

~a << b >> c
# CHECK: body Expr
# CHECK-NEXT: value BinOp RShift
# CHECK-NEXT: left BinOp LShift
# CHECK-NEXT: left UnaryOp Invert
# CHECK-NEXT: operand Name id=a
# CHECK-NEXT: right Name id=b
# CHECK-NEXT: right Name id=c

a | b ^ c & d
# CHECK: body Expr
# CHECK-NEXT: value BinOp BitOr
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right BinOp BitXor
# CHECK-NEXT: left Name id=b
# CHECK-NEXT: right BinOp BitAnd
# CHECK-NEXT: left Name id=c
# CHECK-NEXT: right Name id=d

(a + b) * c
# CHECK: body Expr
# CHECK-NEXT: value BinOp Mult
# CHECK-NEXT: left BinOp Add
# CHECK-NEXT: left Name id=a
# CHECK-NEXT: right Name id=b
# CHECK-NEXT: right Name id=c

- - a
# CHECK: body Expr
# CHECK-NEXT: value UnaryOp USub
# CHECK-NEXT: operand UnaryOp USub
# CHECK-NEXT: operand Name id=a

+a
# CHECK: body Expr
# CHECK-NEXT: value UnaryOp UAdd
# CHECK-NEXT: operand Name id=a
