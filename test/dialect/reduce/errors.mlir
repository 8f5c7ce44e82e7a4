// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: reduction axes (5,) contains out-of-bounds indices for float32{{.}}2,3].
  %r = cjax.reduce_sum %x over [5] : tensor<2x3xf32> -> tensor<2xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: duplicate value in 'axes' of reduction: (0, 0)
  %r = cjax.reduce_max %x over [0, 0] : tensor<2x3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: reduce_sum does not accept dtype bool. Accepted dtypes are subtypes of number.
  %r = cjax.reduce_sum %x over [0] : tensor<3xi1> -> tensor<i1>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: logical reduction requires operand dtype bool or int, got float32.
  %r = cjax.reduce_and %x over [0] : tensor<3xf32> -> tensor<f32>
  return
}
