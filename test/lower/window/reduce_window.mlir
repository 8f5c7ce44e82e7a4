// reduce_window.mlir -- padding, dilations, types, empty results
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-ops %s > %t.mlir
// RUN: cjax-lower -O0 %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
func.func @main() {
  %x0_0i = cjax.iota dim 0 : tensor<144xi32>
  %x0_0m = cjax.constant dense<7> : tensor<144xi32>
  %x0_0r = cjax.rem %x0_0i, %x0_0m : tensor<144xi32>
  %x0_0b = cjax.constant dense<3> : tensor<144xi32>
  %x0_0s = cjax.sub %x0_0r, %x0_0b : tensor<144xi32>
  %x0_0c = cjax.convert_element_type %x0_0s : tensor<144xi32> -> tensor<144xf32>
  %x0_0 = cjax.reshape %x0_0c : tensor<144xf32> -> tensor<3x8x6xf32>
  %y0 = cjax.reduce_window_sum %x0_0 {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : tensor<3x8x6xf32> -> tensor<3x4x3xf32>
  cjax.print ["", "\0A"] with %y0 : tensor<3x4x3xf32> as ["str"]
  %x1_0i = cjax.iota dim 0 : tensor<35xi32>
  %x1_0m = cjax.constant dense<7> : tensor<35xi32>
  %x1_0r = cjax.rem %x1_0i, %x1_0m : tensor<35xi32>
  %x1_0b = cjax.constant dense<3> : tensor<35xi32>
  %x1_0s = cjax.sub %x1_0r, %x1_0b : tensor<35xi32>
  %x1_0c = cjax.convert_element_type %x1_0s : tensor<35xi32> -> tensor<35xf32>
  %x1_0 = cjax.reshape %x1_0c : tensor<35xf32> -> tensor<5x7xf32>
  %y1 = cjax.reduce_window_sum %x1_0 {base_dilation = array<i64: 2, 1>, padding_high = array<i64: 2, 3>, padding_low = array<i64: 1, -1>, window_dilation = array<i64: 1, 2>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : tensor<5x7xf32> -> tensor<10x3xf32>
  cjax.print ["", "\0A"] with %y1 : tensor<10x3xf32> as ["str"]
  %x2_0i = cjax.iota dim 0 : tensor<144xi32>
  %x2_0m = cjax.constant dense<7> : tensor<144xi32>
  %x2_0r = cjax.rem %x2_0i, %x2_0m : tensor<144xi32>
  %x2_0b = cjax.constant dense<3> : tensor<144xi32>
  %x2_0s = cjax.sub %x2_0r, %x2_0b : tensor<144xi32>
  %x2_0c = cjax.convert_element_type %x2_0s : tensor<144xi32> -> tensor<144xf32>
  %x2_0 = cjax.reshape %x2_0c : tensor<144xf32> -> tensor<3x8x6xf32>
  %y2 = cjax.reduce_window_max %x2_0 {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : tensor<3x8x6xf32> -> tensor<3x4x3xf32>
  cjax.print ["", "\0A"] with %y2 : tensor<3x4x3xf32> as ["str"]
  %x3_0i = cjax.iota dim 0 : tensor<35xi32>
  %x3_0m = cjax.constant dense<7> : tensor<35xi32>
  %x3_0r = cjax.rem %x3_0i, %x3_0m : tensor<35xi32>
  %x3_0b = cjax.constant dense<3> : tensor<35xi32>
  %x3_0s = cjax.sub %x3_0r, %x3_0b : tensor<35xi32>
  %x3_0c = cjax.convert_element_type %x3_0s : tensor<35xi32> -> tensor<35xf32>
  %x3_0 = cjax.reshape %x3_0c : tensor<35xf32> -> tensor<5x7xf32>
  %y3 = cjax.reduce_window_max %x3_0 {base_dilation = array<i64: 2, 1>, padding_high = array<i64: 2, 3>, padding_low = array<i64: 1, -1>, window_dilation = array<i64: 1, 2>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : tensor<5x7xf32> -> tensor<10x3xf32>
  cjax.print ["", "\0A"] with %y3 : tensor<10x3xf32> as ["str"]
  %x4_0i = cjax.iota dim 0 : tensor<144xi32>
  %x4_0m = cjax.constant dense<7> : tensor<144xi32>
  %x4_0r = cjax.rem %x4_0i, %x4_0m : tensor<144xi32>
  %x4_0b = cjax.constant dense<3> : tensor<144xi32>
  %x4_0s = cjax.sub %x4_0r, %x4_0b : tensor<144xi32>
  %x4_0c = cjax.copy %x4_0s : tensor<144xi32>
  %x4_0 = cjax.reshape %x4_0c : tensor<144xi32> -> tensor<3x8x6xi32>
  %y4 = cjax.reduce_window_min %x4_0 {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : tensor<3x8x6xi32> -> tensor<3x4x3xi32>
  cjax.print ["", "\0A"] with %y4 : tensor<3x4x3xi32> as ["str"]
  %x5_0i = cjax.iota dim 0 : tensor<35xi32>
  %x5_0m = cjax.constant dense<7> : tensor<35xi32>
  %x5_0r = cjax.rem %x5_0i, %x5_0m : tensor<35xi32>
  %x5_0b = cjax.constant dense<3> : tensor<35xi32>
  %x5_0s = cjax.sub %x5_0r, %x5_0b : tensor<35xi32>
  %x5_0c = cjax.copy %x5_0s : tensor<35xi32>
  %x5_0 = cjax.reshape %x5_0c : tensor<35xi32> -> tensor<5x7xi32>
  %y5 = cjax.reduce_window_min %x5_0 {base_dilation = array<i64: 2, 1>, padding_high = array<i64: 2, 3>, padding_low = array<i64: 1, -1>, window_dilation = array<i64: 1, 2>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : tensor<5x7xi32> -> tensor<10x3xi32>
  cjax.print ["", "\0A"] with %y5 : tensor<10x3xi32> as ["str"]
  %x6_0i = cjax.iota dim 0 : tensor<144xi32>
  %x6_0m = cjax.constant dense<7> : tensor<144xi32>
  %x6_0r = cjax.rem %x6_0i, %x6_0m : tensor<144xi32>
  %x6_0b = cjax.constant dense<3> : tensor<144xi32>
  %x6_0s = cjax.sub %x6_0r, %x6_0b : tensor<144xi32>
  %x6_0c = cjax.convert_element_type %x6_0s : tensor<144xi32> -> tensor<144xf16>
  %x6_0 = cjax.reshape %x6_0c : tensor<144xf16> -> tensor<3x8x6xf16>
  %y6 = cjax.reduce_window_sum %x6_0 {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : tensor<3x8x6xf16> -> tensor<3x4x3xf16>
  cjax.print ["", "\0A"] with %y6 : tensor<3x4x3xf16> as ["str"]
  %x7_0i = cjax.iota dim 0 : tensor<35xi32>
  %x7_0m = cjax.constant dense<7> : tensor<35xi32>
  %x7_0r = cjax.rem %x7_0i, %x7_0m : tensor<35xi32>
  %x7_0b = cjax.constant dense<3> : tensor<35xi32>
  %x7_0s = cjax.sub %x7_0r, %x7_0b : tensor<35xi32>
  %x7_0c = cjax.convert_element_type %x7_0s : tensor<35xi32> -> tensor<35xf16>
  %x7_0 = cjax.reshape %x7_0c : tensor<35xf16> -> tensor<5x7xf16>
  %y7 = cjax.reduce_window_sum %x7_0 {base_dilation = array<i64: 2, 1>, padding_high = array<i64: 2, 3>, padding_low = array<i64: 1, -1>, window_dilation = array<i64: 1, 2>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : tensor<5x7xf16> -> tensor<10x3xf16>
  cjax.print ["", "\0A"] with %y7 : tensor<10x3xf16> as ["str"]
  %x8_0i = cjax.iota dim 0 : tensor<144xi32>
  %x8_0m = cjax.constant dense<7> : tensor<144xi32>
  %x8_0r = cjax.rem %x8_0i, %x8_0m : tensor<144xi32>
  %x8_0b = cjax.constant dense<3> : tensor<144xi32>
  %x8_0s = cjax.sub %x8_0r, %x8_0b : tensor<144xi32>
  %x8_0c = cjax.convert_element_type %x8_0s : tensor<144xi32> -> tensor<144xbf16>
  %x8_0 = cjax.reshape %x8_0c : tensor<144xbf16> -> tensor<3x8x6xbf16>
  %y8 = cjax.reduce_window_max %x8_0 {base_dilation = array<i64: 1, 1, 1>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 0, 0, 0>, window_dilation = array<i64: 1, 1, 1>, window_dimensions = array<i64: 1, 2, 2>, window_strides = array<i64: 1, 2, 2>} : tensor<3x8x6xbf16> -> tensor<3x4x3xbf16>
  cjax.print ["", "\0A"] with %y8 : tensor<3x4x3xbf16> as ["str"]
  %x9_0i = cjax.iota dim 0 : tensor<35xi32>
  %x9_0m = cjax.constant dense<7> : tensor<35xi32>
  %x9_0r = cjax.rem %x9_0i, %x9_0m : tensor<35xi32>
  %x9_0b = cjax.constant dense<3> : tensor<35xi32>
  %x9_0s = cjax.sub %x9_0r, %x9_0b : tensor<35xi32>
  %x9_0c = cjax.convert_element_type %x9_0s : tensor<35xi32> -> tensor<35xbf16>
  %x9_0 = cjax.reshape %x9_0c : tensor<35xbf16> -> tensor<5x7xbf16>
  %y9 = cjax.reduce_window_max %x9_0 {base_dilation = array<i64: 2, 1>, padding_high = array<i64: 2, 3>, padding_low = array<i64: 1, -1>, window_dilation = array<i64: 1, 2>, window_dimensions = array<i64: 3, 2>, window_strides = array<i64: 1, 3>} : tensor<5x7xbf16> -> tensor<10x3xbf16>
  cjax.print ["", "\0A"] with %y9 : tensor<10x3xbf16> as ["str"]
  %x10_0i = cjax.iota dim 0 : tensor<6xi32>
  %x10_0m = cjax.constant dense<7> : tensor<6xi32>
  %x10_0r = cjax.rem %x10_0i, %x10_0m : tensor<6xi32>
  %x10_0b = cjax.constant dense<3> : tensor<6xi32>
  %x10_0s = cjax.sub %x10_0r, %x10_0b : tensor<6xi32>
  %x10_0c = cjax.convert_element_type %x10_0s : tensor<6xi32> -> tensor<6xf32>
  %x10_0 = cjax.reshape %x10_0c : tensor<6xf32> -> tensor<3x2xf32>
  %y10 = cjax.reduce_window_sum %x10_0 {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 0>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 5>, window_strides = array<i64: 1, 1>} : tensor<3x2xf32> -> tensor<2x0xf32>
  cjax.print ["", "\0A"] with %y10 : tensor<2x0xf32> as ["str"]
  %x11_0i = cjax.iota dim 0 : tensor<50xi32>
  %x11_0m = cjax.constant dense<7> : tensor<50xi32>
  %x11_0r = cjax.rem %x11_0i, %x11_0m : tensor<50xi32>
  %x11_0b = cjax.constant dense<3> : tensor<50xi32>
  %x11_0s = cjax.sub %x11_0r, %x11_0b : tensor<50xi32>
  %x11_0c = cjax.convert_element_type %x11_0s : tensor<50xi32> -> tensor<50xf32>
  %x11_0 = cjax.reshape %x11_0c : tensor<50xf32> -> tensor<50xf32>
  %y11 = cjax.reduce_window_max %x11_0 {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 39>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 40>, window_strides = array<i64: 1>} : tensor<50xf32> -> tensor<50xf32>
  cjax.print ["", "\0A"] with %y11 : tensor<50xf32> as ["str"]
  return
}
