// errors.mlir -- what the shape rules of convolutions refuse
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @rank(%x: tensor<2x3x4xf32>, %y: tensor<3x3xf32>) -> tensor<2x3x4xf32> {
  // CHECK: conv_general_dilated lhs and rhs must have the same number of dimensions, but got (2, 3, 4) and (3, 3).
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x4xf32>, tensor<3x3xf32>) -> tensor<2x3x4xf32>
  return %r : tensor<2x3x4xf32>
}
// -----
func.func private @features(%x: tensor<2x3x4xf32>, %y: tensor<5x2x2xf32>) -> tensor<2x5x3xf32> {
  // CHECK: must equal the rhs input feature dimension size, but 3 // 1 != 2.
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x4xf32>, tensor<5x2x2xf32>) -> tensor<2x5x3xf32>
  return %r : tensor<2x5x3xf32>
}
// -----
func.func private @groups(%x: tensor<2x3x4xf32>, %y: tensor<5x1x2xf32>) -> tensor<2x5x3xf32> {
  // CHECK: multiple of feature_group_count, but 5 is not a multiple of 3.
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 3 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x4xf32>, tensor<5x1x2xf32>) -> tensor<2x5x3xf32>
  return %r : tensor<2x5x3xf32>
}
// -----
func.func private @batch(%x: tensor<3x3x4xf32>, %y: tensor<4x3x2xf32>) -> tensor<1x4x3xf32> {
  // CHECK: batch_group_count must divide lhs batch dimension size, but 2 does not divide 3.
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 2 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<3x3x4xf32>, tensor<4x3x2xf32>) -> tensor<1x4x3xf32>
  return %r : tensor<1x4x3xf32>
}
// -----
func.func private @both(%x: tensor<3x3x4xf32>, %y: tensor<4x3x2xf32>) -> tensor<1x4x3xf32> {
  // CHECK: At most one of batch_group_count and feature_group_count may be > 1
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 2 : i64, feature_group_count = 3 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<3x3x4xf32>, tensor<4x3x2xf32>) -> tensor<1x4x3xf32>
  return %r : tensor<1x4x3xf32>
}
// -----
func.func private @types(%x: tensor<2x3x4xf32>, %y: tensor<5x3x2xf64>) -> tensor<2x5x3xf32> {
  // CHECK: lax.conv_general_dilated requires arguments to have the same dtypes, got float32, float64.
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x4xf32>, tensor<5x3x2xf64>) -> tensor<2x5x3xf32>
  return %r : tensor<2x5x3xf32>
}
// -----
func.func private @spec(%x: tensor<2x3x4xf32>, %y: tensor<5x3x2xf32>) -> tensor<2x5x3xf32> {
  // CHECK: conv_general_dilated requires rhs_spec to be a permutation of 3 dimensions, got (0, 1, 1)
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 1>, window_strides = array<i64: 1>} : (tensor<2x3x4xf32>, tensor<5x3x2xf32>) -> tensor<2x5x3xf32>
  return %r : tensor<2x5x3xf32>
}
// -----
func.func private @space(%x: tensor<2x3x4xf32>, %y: tensor<5x3x2xf32>) -> tensor<2x5x3xf32> {
  // CHECK: conv_general_dilated has window_strides (1, 1) for 1 spatial dimensions
  %r = cjax.conv_general_dilated %x, %y {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1, 1>} : (tensor<2x3x4xf32>, tensor<5x3x2xf32>) -> tensor<2x5x3xf32>
  return %r : tensor<2x5x3xf32>
}
// -----
func.func private @patches(%x: tensor<4xf32>) -> tensor<3x2xf32> {
  // CHECK: patches has windows that do not fit in shape (4,)
  %r = cjax.patches %x {counts = array<i64: 3>, dilations = array<i64: 2>, dimensions = array<i64: 0>, position = 1 : i64, sizes = array<i64: 2>, strides = array<i64: 1>} : tensor<4xf32> -> tensor<3x2xf32>
  return %r : tensor<3x2xf32>
}
