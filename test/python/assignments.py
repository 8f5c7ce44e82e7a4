# RUN: cjax-parse %s | FileCheck %s
# Assignment.

a = b
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: value Name id=b

a = b = c
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: targets Name id=b
# CHECK-NEXT: value Name id=c

a, b = c
# CHECK: body Assign
# CHECK-NEXT: targets Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: value Name id=c

a, *b = c
# CHECK: body Assign
# CHECK-NEXT: targets Tuple
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: value Name id=c

[a, (b, c)] = d
# CHECK: body Assign
# CHECK-NEXT: targets List
# CHECK-NEXT: elts Name id=a
# CHECK-NEXT: elts Tuple
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: elts Name id=c
# CHECK-NEXT: value Name id=d

a.b = c[d] = e
# CHECK: body Assign
# CHECK-NEXT: targets Attribute attr=b
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: targets Subscript
# CHECK-NEXT: value Name id=c
# CHECK-NEXT: slice Name id=d
# CHECK-NEXT: value Name id=e

a = b, c
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: elts Name id=c

a = *b, c
# CHECK: body Assign
# CHECK-NEXT: targets Name id=a
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b
# CHECK-NEXT: elts Name id=c

() = a
# CHECK: body Assign
# CHECK-NEXT: targets Tuple
# CHECK-NEXT: value Name id=a

a += b
# CHECK: body AugAssign Add
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a.b -= c
# CHECK: body AugAssign Sub
# CHECK-NEXT: target Attribute attr=b
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: value Name id=c

a[b] *= c
# CHECK: body AugAssign Mult
# CHECK-NEXT: target Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Name id=b
# CHECK-NEXT: value Name id=c

a @= b
# CHECK: body AugAssign MatMult
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a //= b, c
# CHECK: body AugAssign FloorDiv
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: elts Name id=c

a **= b
# CHECK: body AugAssign Pow
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a >>= b
# CHECK: body AugAssign RShift
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a <<= b
# CHECK: body AugAssign LShift
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a &= b
# CHECK: body AugAssign BitAnd
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a |= b
# CHECK: body AugAssign BitOr
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a ^= b
# CHECK: body AugAssign BitXor
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a %= b
# CHECK: body AugAssign Mod
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b

a /= b
# CHECK: body AugAssign Div
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: value Name id=b
