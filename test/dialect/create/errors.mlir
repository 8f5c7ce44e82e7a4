// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f() {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: iota dimension must be between 0 and len(shape), got dimension=1 for shape (3,)
  %r = cjax.iota dim 1 : tensor<3xi32>
  return
}
// -----
func.func private @f() {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: iota does not accept dtype bool.
  %r = cjax.iota dim 0 : tensor<3xi1>
  return
}
