// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: Invalid axis 1 for operand shape (3,)
  %r = cjax.argmax %x over 1 : tensor<3xf32> -> tensor<i32>
  return
}
// -----
func.func private @f(%x: tensor<0xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: argmin and argmax require non-empty reduced dimension. operand.shape=(0,) axis=0
  %r = cjax.argmin %x over 0 : tensor<0xf32> -> tensor<i32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: argmax gives an integer, not float32{{.}}]
  %r = cjax.argmax %x over 0 : tensor<3xf32> -> tensor<f32>
  return
}
