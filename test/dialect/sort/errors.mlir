// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f() {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: Sort requires at least one operand
  cjax.sort along 0 keys 1 : () -> ()
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: axis 1 is out of bounds for array of dimension 1
  %r = cjax.sort %x along 1 keys 1 : (tensor<3xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: num_keys=2 must be between 1 and len(operands)=1
  %r = cjax.sort %x along 0 keys 2 : (tensor<3xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: Arguments to sort must have equal shapes, got: (3,) (2,)
  %r:2 = cjax.sort %x, %y along 0 keys 1 : (tensor<3xf32>, tensor<2xf32>) -> (tensor<3xf32>, tensor<2xf32>)
  return
}
