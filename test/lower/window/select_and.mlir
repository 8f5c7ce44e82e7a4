// select_and.mlir -- gathered and scattered: overlapping and separate windows, padding of both signs
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-ops %s > %t.mlir
// RUN: cjax-lower -O0 %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
func.func @main() {
  %x0_0i = cjax.iota dim 0 : tensor<96xi32>
  %x0_0m = cjax.constant dense<7> : tensor<96xi32>
  %x0_0r = cjax.rem %x0_0i, %x0_0m : tensor<96xi32>
  %x0_0b = cjax.constant dense<3> : tensor<96xi32>
  %x0_0s = cjax.sub %x0_0r, %x0_0b : tensor<96xi32>
  %x0_0c = cjax.convert_element_type %x0_0s : tensor<96xi32> -> tensor<96xf32>
  %x0_0 = cjax.reshape %x0_0c : tensor<96xf32> -> tensor<2x8x6xf32>
  %x0_1i = cjax.iota dim 0 : tensor<96xi32>
  %x0_1m = cjax.constant dense<11> : tensor<96xi32>
  %x0_1r = cjax.rem %x0_1i, %x0_1m : tensor<96xi32>
  %x0_1b = cjax.constant dense<3> : tensor<96xi32>
  %x0_1s = cjax.sub %x0_1r, %x0_1b : tensor<96xi32>
  %x0_1c = cjax.convert_element_type %x0_1s : tensor<96xi32> -> tensor<96xf32>
  %x0_1 = cjax.reshape %x0_1c : tensor<96xf32> -> tensor<2x8x6xf32>
  %y0 = cjax.select_and_gather_add %x0_0, %x0_1 "ge" {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : (tensor<2x8x6xf32>, tensor<2x8x6xf32>) -> tensor<2x4x3xf32>
  cjax.print ["", "\0A"] with %y0 : tensor<2x4x3xf32> as ["str"]
  %x1_0i = cjax.iota dim 0 : tensor<42xi32>
  %x1_0m = cjax.constant dense<7> : tensor<42xi32>
  %x1_0r = cjax.rem %x1_0i, %x1_0m : tensor<42xi32>
  %x1_0b = cjax.constant dense<3> : tensor<42xi32>
  %x1_0s = cjax.sub %x1_0r, %x1_0b : tensor<42xi32>
  %x1_0c = cjax.convert_element_type %x1_0s : tensor<42xi32> -> tensor<42xf32>
  %x1_0 = cjax.reshape %x1_0c : tensor<42xf32> -> tensor<6x7xf32>
  %x1_1i = cjax.iota dim 0 : tensor<42xi32>
  %x1_1m = cjax.constant dense<11> : tensor<42xi32>
  %x1_1r = cjax.rem %x1_1i, %x1_1m : tensor<42xi32>
  %x1_1b = cjax.constant dense<3> : tensor<42xi32>
  %x1_1s = cjax.sub %x1_1r, %x1_1b : tensor<42xi32>
  %x1_1c = cjax.convert_element_type %x1_1s : tensor<42xi32> -> tensor<42xf32>
  %x1_1 = cjax.reshape %x1_1c : tensor<42xf32> -> tensor<6x7xf32>
  %y1 = cjax.select_and_gather_add %x1_0, %x1_1 "le" {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 1, 2>, padding_low = array<i64: 0, -1>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : (tensor<6x7xf32>, tensor<6x7xf32>) -> tensor<5x3xf32>
  cjax.print ["", "\0A"] with %y1 : tensor<5x3xf32> as ["str"]
  %x2_0i = cjax.iota dim 0 : tensor<16xi32>
  %x2_0m = cjax.constant dense<7> : tensor<16xi32>
  %x2_0r = cjax.rem %x2_0i, %x2_0m : tensor<16xi32>
  %x2_0b = cjax.constant dense<3> : tensor<16xi32>
  %x2_0s = cjax.sub %x2_0r, %x2_0b : tensor<16xi32>
  %x2_0c = cjax.convert_element_type %x2_0s : tensor<16xi32> -> tensor<16xbf16>
  %x2_0 = cjax.reshape %x2_0c : tensor<16xbf16> -> tensor<4x4xbf16>
  %x2_1i = cjax.iota dim 0 : tensor<16xi32>
  %x2_1m = cjax.constant dense<11> : tensor<16xi32>
  %x2_1r = cjax.rem %x2_1i, %x2_1m : tensor<16xi32>
  %x2_1b = cjax.constant dense<3> : tensor<16xi32>
  %x2_1s = cjax.sub %x2_1r, %x2_1b : tensor<16xi32>
  %x2_1c = cjax.convert_element_type %x2_1s : tensor<16xi32> -> tensor<16xbf16>
  %x2_1 = cjax.reshape %x2_1c : tensor<16xbf16> -> tensor<4x4xbf16>
  %y2 = cjax.select_and_gather_add %x2_0, %x2_1 "ge" {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 1>, padding_low = array<i64: 1, 0>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 1>} : (tensor<4x4xbf16>, tensor<4x4xbf16>) -> tensor<4x4xbf16>
  cjax.print ["", "\0A"] with %y2 : tensor<4x4xbf16> as ["str"]
  %x3_0i = cjax.iota dim 0 : tensor<24xi32>
  %x3_0m = cjax.constant dense<7> : tensor<24xi32>
  %x3_0r = cjax.rem %x3_0i, %x3_0m : tensor<24xi32>
  %x3_0b = cjax.constant dense<3> : tensor<24xi32>
  %x3_0s = cjax.sub %x3_0r, %x3_0b : tensor<24xi32>
  %x3_0c = cjax.convert_element_type %x3_0s : tensor<24xi32> -> tensor<24xf32>
  %x3_0 = cjax.reshape %x3_0c : tensor<24xf32> -> tensor<2x4x3xf32>
  %x3_1i = cjax.iota dim 0 : tensor<96xi32>
  %x3_1m = cjax.constant dense<11> : tensor<96xi32>
  %x3_1r = cjax.rem %x3_1i, %x3_1m : tensor<96xi32>
  %x3_1b = cjax.constant dense<3> : tensor<96xi32>
  %x3_1s = cjax.sub %x3_1r, %x3_1b : tensor<96xi32>
  %x3_1c = cjax.convert_element_type %x3_1s : tensor<96xi32> -> tensor<96xf32>
  %x3_1 = cjax.reshape %x3_1c : tensor<96xf32> -> tensor<2x8x6xf32>
  %y3 = cjax.select_and_scatter_add %x3_0, %x3_1 "ge" {padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : (tensor<2x4x3xf32>, tensor<2x8x6xf32>) -> tensor<2x8x6xf32>
  cjax.print ["", "\0A"] with %y3 : tensor<2x8x6xf32> as ["str"]
  %x4_0i = cjax.iota dim 0 : tensor<15xi32>
  %x4_0m = cjax.constant dense<7> : tensor<15xi32>
  %x4_0r = cjax.rem %x4_0i, %x4_0m : tensor<15xi32>
  %x4_0b = cjax.constant dense<3> : tensor<15xi32>
  %x4_0s = cjax.sub %x4_0r, %x4_0b : tensor<15xi32>
  %x4_0c = cjax.convert_element_type %x4_0s : tensor<15xi32> -> tensor<15xf32>
  %x4_0 = cjax.reshape %x4_0c : tensor<15xf32> -> tensor<5x3xf32>
  %x4_1i = cjax.iota dim 0 : tensor<42xi32>
  %x4_1m = cjax.constant dense<11> : tensor<42xi32>
  %x4_1r = cjax.rem %x4_1i, %x4_1m : tensor<42xi32>
  %x4_1b = cjax.constant dense<3> : tensor<42xi32>
  %x4_1s = cjax.sub %x4_1r, %x4_1b : tensor<42xi32>
  %x4_1c = cjax.convert_element_type %x4_1s : tensor<42xi32> -> tensor<42xf32>
  %x4_1 = cjax.reshape %x4_1c : tensor<42xf32> -> tensor<6x7xf32>
  %y4 = cjax.select_and_scatter_add %x4_0, %x4_1 "le" {padding_high = array<i64: 1, 2>, padding_low = array<i64: 0, -1>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : (tensor<5x3xf32>, tensor<6x7xf32>) -> tensor<6x7xf32>
  cjax.print ["", "\0A"] with %y4 : tensor<6x7xf32> as ["str"]
  %x5_0i = cjax.iota dim 0 : tensor<16xi32>
  %x5_0m = cjax.constant dense<7> : tensor<16xi32>
  %x5_0r = cjax.rem %x5_0i, %x5_0m : tensor<16xi32>
  %x5_0b = cjax.constant dense<3> : tensor<16xi32>
  %x5_0s = cjax.sub %x5_0r, %x5_0b : tensor<16xi32>
  %x5_0c = cjax.convert_element_type %x5_0s : tensor<16xi32> -> tensor<16xbf16>
  %x5_0 = cjax.reshape %x5_0c : tensor<16xbf16> -> tensor<4x4xbf16>
  %x5_1i = cjax.iota dim 0 : tensor<16xi32>
  %x5_1m = cjax.constant dense<11> : tensor<16xi32>
  %x5_1r = cjax.rem %x5_1i, %x5_1m : tensor<16xi32>
  %x5_1b = cjax.constant dense<3> : tensor<16xi32>
  %x5_1s = cjax.sub %x5_1r, %x5_1b : tensor<16xi32>
  %x5_1c = cjax.convert_element_type %x5_1s : tensor<16xi32> -> tensor<16xbf16>
  %x5_1 = cjax.reshape %x5_1c : tensor<16xbf16> -> tensor<4x4xbf16>
  %y5 = cjax.select_and_scatter_add %x5_0, %x5_1 "ge" {padding_high = array<i64: 0, 1>, padding_low = array<i64: 1, 0>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 1>} : (tensor<4x4xbf16>, tensor<4x4xbf16>) -> tensor<4x4xbf16>
  cjax.print ["", "\0A"] with %y5 : tensor<4x4xbf16> as ["str"]
  return
}
