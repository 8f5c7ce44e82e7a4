# RUN: cjax-parse %s | FileCheck %s
# Annotated names.

a: int
# CHECK: body AnnAssign simple
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: annotation Name id=int

a: int = 1
# CHECK: body AnnAssign simple
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: annotation Name id=int
# CHECK-NEXT: value Constant int 1

(a): int
# CHECK: body AnnAssign
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: annotation Name id=int

a.b: int
# CHECK: body AnnAssign
# CHECK-NEXT: target Attribute attr=b
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: annotation Name id=int

a[b]: int = c
# CHECK: body AnnAssign
# CHECK-NEXT: target Subscript
# CHECK-NEXT: value Name id=a
# CHECK-NEXT: slice Name id=b
# CHECK-NEXT: annotation Name id=int
# CHECK-NEXT: value Name id=c

a: tuple[int, ...] = 1, 2
# CHECK: body AnnAssign simple
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: annotation Subscript
# CHECK-NEXT: value Name id=tuple
# CHECK-NEXT: slice Tuple
# CHECK-NEXT: elts Name id=int
# CHECK-NEXT: elts Constant Ellipsis
# CHECK-NEXT: value Tuple
# CHECK-NEXT: elts Constant int 1
# CHECK-NEXT: elts Constant int 2

a: "x"
# CHECK: body AnnAssign simple
# CHECK-NEXT: target Name id=a
# CHECK-NEXT: annotation Constant str "x"
