// taps.mlir -- a convolution with a window for each feature is a sum of slices; others are a contraction.
// RUN: cjax-opt --expand-ops %s | FileCheck %s

// CHECK-LABEL: func.func @depthwise(
// CHECK-NOT:     cjax.dot_general
// CHECK-COUNT-9: cjax.mul
func.func @depthwise(%x: tensor<1x12x40x5xf32>, %w: tensor<3x3x1x5xf32>) -> tensor<1x10x38x5xf32> {
  %0 = cjax.conv_general_dilated %x, %w {batch_group_count = 1 : i64, feature_group_count = 5 : i64, lhs_dilation = array<i64: 1, 1>, lhs_spec = array<i64: 0, 3, 1, 2>, out_spec = array<i64: 0, 3, 1, 2>, padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 0>, rhs_dilation = array<i64: 1, 1>, rhs_spec = array<i64: 3, 2, 0, 1>, window_strides = array<i64: 1, 1>} : (tensor<1x12x40x5xf32>, tensor<3x3x1x5xf32>) -> tensor<1x10x38x5xf32>
  return %0 : tensor<1x10x38x5xf32>
}
