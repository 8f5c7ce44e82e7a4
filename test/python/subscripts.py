# RUN: cjax-parse %s | FileCheck %s
# Indices and slices.

a[b]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Name id=b

a[b, c]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Name id=b
# CHECK-NEXT: elts Name id=c

a[b,]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Name id=b

a[:]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Slice

a[b:c]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Slice
# CHECK-NEXT: lower Name id=b
# CHECK-NEXT: upper Name id=c

a[b:c:d]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Slice
# CHECK-NEXT: lower Name id=b
# CHECK-NEXT: upper Name id=c
# CHECK-NEXT: step Name id=d

a[::d]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Slice
# CHECK-NEXT: step Name id=d

a[..., 1:2]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Constant Ellipsis
# CHECK-NEXT: elts Slice
# CHECK-NEXT: lower Constant int 1
# CHECK-NEXT: upper Constant int 2

a[*b]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Starred
# CHECK-NEXT: value Name id=b

a[()]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple

a[b:c, d]
# CHECK: body Expr
# CHECK-NEXT: value Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Slice
# CHECK-NEXT: lower Name id=b
# CHECK-NEXT: upper Name id=c
# CHECK-NEXT: elts Name id=d
