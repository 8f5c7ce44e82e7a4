// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>, %y: tensor<4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: dot_general requires contracting dimensions to have the same shape, got (3,) and (4,).
  %r = cjax.dot_general %x, %y contract [0], [0] batch [], [] : (tensor<3xf32>, tensor<4xf32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>, %y: tensor<3x2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: dot_general requires lhs batch dimensions and rhs batch dimensions to have the same shape, got (2,) and (3,).
  %r = cjax.dot_general %x, %y contract [], [] batch [0], [0] : (tensor<2x3xf32>, tensor<3x2xf32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: dot_general requires lhs batch dimensions to be disjoint from contracting dimensions, got lhs_batch (0,) and lhs_contracting (0,).
  %r = cjax.dot_general %x, %y contract [0], [0] batch [0], [0] : (tensor<3xf32>, tensor<3xf32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: dot_general requires lhs dimension numbers to be nonnegative and less than the number of axes of the lhs value, got lhs_batch of () and lhs_contracting of (4,) for lhs of rank 1
  %r = cjax.dot_general %x, %y contract [4], [0] batch [], [] : (tensor<3xf32>, tensor<3xf32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lax.dot_general requires arguments to have the same dtypes, got float32, int32.
  %r = cjax.dot_general %x, %y contract [0], [0] batch [], [] : (tensor<3xf32>, tensor<3xi32>) -> tensor<f32>
  return
}
