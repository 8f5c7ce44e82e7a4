// errors.mlir -- what the shape rules of windows refuse
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @short(%x: tensor<3x4xf32>) -> tensor<2x4xf32> {
  // CHECK: reduce_window_sum has window_dimensions (2,) for an operand of shape (3, 4)
  %r = cjax.reduce_window_sum %x {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 0>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1, 1>} : tensor<3x4xf32> -> tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}
// -----
func.func private @zero(%x: tensor<3xf32>) -> tensor<2xf32> {
  // CHECK: reduce_window_max requires positive window_strides, got (0,)
  %r = cjax.reduce_window_max %x {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 0>} : tensor<3xf32> -> tensor<2xf32>
  return %r : tensor<2xf32>
}
// -----
func.func private @bool(%x: tensor<3xi1>) -> tensor<2xi1> {
  // CHECK: operand to reduce_window_sum must have a number dtype, got bool
  %r = cjax.reduce_window_sum %x {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : tensor<3xi1> -> tensor<2xi1>
  return %r : tensor<2xi1>
}
// -----
func.func private @shapes(%t: tensor<4xf32>, %x: tensor<3xf32>) -> tensor<2xf32> {
  // CHECK: select_and_gather_add tangents and operand shapes must match, got (4,) and (3,).
  %r = cjax.select_and_gather_add %t, %x "ge" {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : (tensor<4xf32>, tensor<3xf32>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}
// -----
func.func private @source(%t: tensor<3xf32>, %x: tensor<3xf32>) -> tensor<3xf32> {
  // CHECK: select_and_scatter_add has a source of shape (3,) for windows of shape (2,)
  %r = cjax.select_and_scatter_add %t, %x "ge" {padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}
// -----
func.func private @select(%t: tensor<2xf32>, %x: tensor<3xf32>) -> tensor<3xf32> {
  // CHECK: select_and_scatter_add requires select to be "ge" or "le"
  %r = cjax.select_and_scatter_add %t, %x "gt" {padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : (tensor<2xf32>, tensor<3xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}
