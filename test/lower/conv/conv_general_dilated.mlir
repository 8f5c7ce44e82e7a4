// conv_general_dilated.mlir -- layouts, strides, dilations, groups, sizes odd and empty
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-ops %s > %t.mlir
// RUN: cjax-lower -O0 %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
func.func @main() {
  %x0_0i = cjax.iota dim 0 : tensor<252xi32>
  %x0_0m = cjax.constant dense<7> : tensor<252xi32>
  %x0_0r = cjax.rem %x0_0i, %x0_0m : tensor<252xi32>
  %x0_0b = cjax.constant dense<3> : tensor<252xi32>
  %x0_0s = cjax.sub %x0_0r, %x0_0b : tensor<252xi32>
  %x0_0c = cjax.convert_element_type %x0_0s : tensor<252xi32> -> tensor<252xf32>
  %x0_0 = cjax.reshape %x0_0c : tensor<252xf32> -> tensor<2x7x6x3xf32>
  %x0_1i = cjax.iota dim 0 : tensor<459xi32>
  %x0_1m = cjax.constant dense<11> : tensor<459xi32>
  %x0_1r = cjax.rem %x0_1i, %x0_1m : tensor<459xi32>
  %x0_1b = cjax.constant dense<3> : tensor<459xi32>
  %x0_1s = cjax.sub %x0_1r, %x0_1b : tensor<459xi32>
  %x0_1c = cjax.convert_element_type %x0_1s : tensor<459xi32> -> tensor<459xf32>
  %x0_1 = cjax.reshape %x0_1c : tensor<459xf32> -> tensor<3x3x3x17xf32>
  %y0 = cjax.conv_general_dilated %x0_0, %x0_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1, 1>, lhs_spec = array<i64: 0, 3, 1, 2>, out_spec = array<i64: 0, 3, 1, 2>, padding_high = array<i64: 1, 1>, padding_low = array<i64: 1, 1>, rhs_dilation = array<i64: 1, 1>, rhs_spec = array<i64: 3, 2, 0, 1>, window_strides = array<i64: 1, 1>} : (tensor<2x7x6x3xf32>, tensor<3x3x3x17xf32>) -> tensor<2x7x6x17xf32>
  cjax.print ["", "\0A"] with %y0 : tensor<2x7x6x17xf32> as ["str"]
  %x1_0i = cjax.iota dim 0 : tensor<252xi32>
  %x1_0m = cjax.constant dense<7> : tensor<252xi32>
  %x1_0r = cjax.rem %x1_0i, %x1_0m : tensor<252xi32>
  %x1_0b = cjax.constant dense<3> : tensor<252xi32>
  %x1_0s = cjax.sub %x1_0r, %x1_0b : tensor<252xi32>
  %x1_0c = cjax.convert_element_type %x1_0s : tensor<252xi32> -> tensor<252xf32>
  %x1_0 = cjax.reshape %x1_0c : tensor<252xf32> -> tensor<2x3x7x6xf32>
  %x1_1i = cjax.iota dim 0 : tensor<90xi32>
  %x1_1m = cjax.constant dense<11> : tensor<90xi32>
  %x1_1r = cjax.rem %x1_1i, %x1_1m : tensor<90xi32>
  %x1_1b = cjax.constant dense<3> : tensor<90xi32>
  %x1_1s = cjax.sub %x1_1r, %x1_1b : tensor<90xi32>
  %x1_1c = cjax.convert_element_type %x1_1s : tensor<90xi32> -> tensor<90xf32>
  %x1_1 = cjax.reshape %x1_1c : tensor<90xf32> -> tensor<5x3x2x3xf32>
  %y1 = cjax.conv_general_dilated %x1_0, %x1_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 2, 1>, lhs_spec = array<i64: 0, 1, 2, 3>, out_spec = array<i64: 0, 1, 2, 3>, padding_high = array<i64: 1, -1>, padding_low = array<i64: 0, 2>, rhs_dilation = array<i64: 1, 2>, rhs_spec = array<i64: 0, 1, 2, 3>, window_strides = array<i64: 2, 1>} : (tensor<2x3x7x6xf32>, tensor<5x3x2x3xf32>) -> tensor<2x5x7x3xf32>
  cjax.print ["", "\0A"] with %y1 : tensor<2x5x7x3xf32> as ["str"]
  %x2_0i = cjax.iota dim 0 : tensor<240xi32>
  %x2_0m = cjax.constant dense<7> : tensor<240xi32>
  %x2_0r = cjax.rem %x2_0i, %x2_0m : tensor<240xi32>
  %x2_0b = cjax.constant dense<3> : tensor<240xi32>
  %x2_0s = cjax.sub %x2_0r, %x2_0b : tensor<240xi32>
  %x2_0c = cjax.convert_element_type %x2_0s : tensor<240xi32> -> tensor<240xf32>
  %x2_0 = cjax.reshape %x2_0c : tensor<240xf32> -> tensor<4x5x6x2xf32>
  %x2_1i = cjax.iota dim 0 : tensor<120xi32>
  %x2_1m = cjax.constant dense<11> : tensor<120xi32>
  %x2_1r = cjax.rem %x2_1i, %x2_1m : tensor<120xi32>
  %x2_1b = cjax.constant dense<3> : tensor<120xi32>
  %x2_1s = cjax.sub %x2_1r, %x2_1b : tensor<120xi32>
  %x2_1c = cjax.convert_element_type %x2_1s : tensor<120xi32> -> tensor<120xf32>
  %x2_1 = cjax.reshape %x2_1c : tensor<120xf32> -> tensor<4x5x2x3xf32>
  %y2 = cjax.conv_general_dilated %x2_0, %x2_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1, 1>, lhs_spec = array<i64: 0, 3, 1, 2>, out_spec = array<i64: 2, 3, 0, 1>, padding_high = array<i64: 0, 1>, padding_low = array<i64: 0, 0>, rhs_dilation = array<i64: 1, 1>, rhs_spec = array<i64: 3, 2, 0, 1>, window_strides = array<i64: 1, 1>} : (tensor<4x5x6x2xf32>, tensor<4x5x2x3xf32>) -> tensor<2x3x4x3xf32>
  cjax.print ["", "\0A"] with %y2 : tensor<2x3x4x3xf32> as ["str"]
  %x3_0i = cjax.iota dim 0 : tensor<108xi32>
  %x3_0m = cjax.constant dense<7> : tensor<108xi32>
  %x3_0r = cjax.rem %x3_0i, %x3_0m : tensor<108xi32>
  %x3_0b = cjax.constant dense<3> : tensor<108xi32>
  %x3_0s = cjax.sub %x3_0r, %x3_0b : tensor<108xi32>
  %x3_0c = cjax.convert_element_type %x3_0s : tensor<108xi32> -> tensor<108xf32>
  %x3_0 = cjax.reshape %x3_0c : tensor<108xf32> -> tensor<2x6x9xf32>
  %x3_1i = cjax.iota dim 0 : tensor<36xi32>
  %x3_1m = cjax.constant dense<11> : tensor<36xi32>
  %x3_1r = cjax.rem %x3_1i, %x3_1m : tensor<36xi32>
  %x3_1b = cjax.constant dense<3> : tensor<36xi32>
  %x3_1s = cjax.sub %x3_1r, %x3_1b : tensor<36xi32>
  %x3_1c = cjax.convert_element_type %x3_1s : tensor<36xi32> -> tensor<36xf32>
  %x3_1 = cjax.reshape %x3_1c : tensor<36xf32> -> tensor<3x2x6xf32>
  %y3 = cjax.conv_general_dilated %x3_0, %x3_1 {batch_group_count = 1 : i64, feature_group_count = 3 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 2, 1>, padding_high = array<i64: 2>, padding_low = array<i64: 2>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 2, 1, 0>, window_strides = array<i64: 1>} : (tensor<2x6x9xf32>, tensor<3x2x6xf32>) -> tensor<2x11x6xf32>
  cjax.print ["", "\0A"] with %y3 : tensor<2x11x6xf32> as ["str"]
  %x4_0i = cjax.iota dim 0 : tensor<120xi32>
  %x4_0m = cjax.constant dense<7> : tensor<120xi32>
  %x4_0r = cjax.rem %x4_0i, %x4_0m : tensor<120xi32>
  %x4_0b = cjax.constant dense<3> : tensor<120xi32>
  %x4_0s = cjax.sub %x4_0r, %x4_0b : tensor<120xi32>
  %x4_0c = cjax.convert_element_type %x4_0s : tensor<120xi32> -> tensor<120xf32>
  %x4_0 = cjax.reshape %x4_0c : tensor<120xf32> -> tensor<6x4x5xf32>
  %x4_1i = cjax.iota dim 0 : tensor<24xi32>
  %x4_1m = cjax.constant dense<11> : tensor<24xi32>
  %x4_1r = cjax.rem %x4_1i, %x4_1m : tensor<24xi32>
  %x4_1b = cjax.constant dense<3> : tensor<24xi32>
  %x4_1s = cjax.sub %x4_1r, %x4_1b : tensor<24xi32>
  %x4_1c = cjax.convert_element_type %x4_1s : tensor<24xi32> -> tensor<24xf32>
  %x4_1 = cjax.reshape %x4_1c : tensor<24xf32> -> tensor<3x4x2xf32>
  %y4 = cjax.conv_general_dilated %x4_0, %x4_1 {batch_group_count = 3 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 1>, padding_low = array<i64: 1>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 2>} : (tensor<6x4x5xf32>, tensor<3x4x2xf32>) -> tensor<2x3x3xf32>
  cjax.print ["", "\0A"] with %y4 : tensor<2x3x3xf32> as ["str"]
  %x5_0i = cjax.iota dim 0 : tensor<12xi32>
  %x5_0m = cjax.constant dense<7> : tensor<12xi32>
  %x5_0r = cjax.rem %x5_0i, %x5_0m : tensor<12xi32>
  %x5_0b = cjax.constant dense<3> : tensor<12xi32>
  %x5_0s = cjax.sub %x5_0r, %x5_0b : tensor<12xi32>
  %x5_0c = cjax.convert_element_type %x5_0s : tensor<12xi32> -> tensor<12xf32>
  %x5_0 = cjax.reshape %x5_0c : tensor<12xf32> -> tensor<3x4xf32>
  %x5_1i = cjax.iota dim 0 : tensor<20xi32>
  %x5_1m = cjax.constant dense<11> : tensor<20xi32>
  %x5_1r = cjax.rem %x5_1i, %x5_1m : tensor<20xi32>
  %x5_1b = cjax.constant dense<3> : tensor<20xi32>
  %x5_1s = cjax.sub %x5_1r, %x5_1b : tensor<20xi32>
  %x5_1c = cjax.convert_element_type %x5_1s : tensor<20xi32> -> tensor<20xf32>
  %x5_1 = cjax.reshape %x5_1c : tensor<20xf32> -> tensor<5x4xf32>
  %y5 = cjax.conv_general_dilated %x5_0, %x5_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64>, lhs_spec = array<i64: 0, 1>, out_spec = array<i64: 0, 1>, padding_high = array<i64>, padding_low = array<i64>, rhs_dilation = array<i64>, rhs_spec = array<i64: 0, 1>, window_strides = array<i64>} : (tensor<3x4xf32>, tensor<5x4xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %y5 : tensor<3x5xf32> as ["str"]
  %x6_0i = cjax.iota dim 0 : tensor<54xi32>
  %x6_0m = cjax.constant dense<7> : tensor<54xi32>
  %x6_0r = cjax.rem %x6_0i, %x6_0m : tensor<54xi32>
  %x6_0b = cjax.constant dense<3> : tensor<54xi32>
  %x6_0s = cjax.sub %x6_0r, %x6_0b : tensor<54xi32>
  %x6_0c = cjax.convert_element_type %x6_0s : tensor<54xi32> -> tensor<54xf64>
  %x6_0 = cjax.reshape %x6_0c : tensor<54xf64> -> tensor<1x2x3x3x3xf64>
  %x6_1i = cjax.iota dim 0 : tensor<32xi32>
  %x6_1m = cjax.constant dense<11> : tensor<32xi32>
  %x6_1r = cjax.rem %x6_1i, %x6_1m : tensor<32xi32>
  %x6_1b = cjax.constant dense<3> : tensor<32xi32>
  %x6_1s = cjax.sub %x6_1r, %x6_1b : tensor<32xi32>
  %x6_1c = cjax.convert_element_type %x6_1s : tensor<32xi32> -> tensor<32xf64>
  %x6_1 = cjax.reshape %x6_1c : tensor<32xf64> -> tensor<2x2x2x2x2xf64>
  %y6 = cjax.conv_general_dilated %x6_0, %x6_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1, 1, 1>, lhs_spec = array<i64: 0, 1, 2, 3, 4>, out_spec = array<i64: 0, 1, 2, 3, 4>, padding_high = array<i64: 0, 0, 0>, padding_low = array<i64: 1, 1, 1>, rhs_dilation = array<i64: 1, 1, 1>, rhs_spec = array<i64: 0, 1, 2, 3, 4>, window_strides = array<i64: 1, 1, 1>} : (tensor<1x2x3x3x3xf64>, tensor<2x2x2x2x2xf64>) -> tensor<1x2x3x3x3xf64>
  cjax.print ["", "\0A"] with %y6 : tensor<1x2x3x3x3xf64> as ["str"]
  %x7_0i = cjax.iota dim 0 : tensor<48xi32>
  %x7_0m = cjax.constant dense<7> : tensor<48xi32>
  %x7_0r = cjax.rem %x7_0i, %x7_0m : tensor<48xi32>
  %x7_0b = cjax.constant dense<3> : tensor<48xi32>
  %x7_0s = cjax.sub %x7_0r, %x7_0b : tensor<48xi32>
  %x7_0c = cjax.copy %x7_0s : tensor<48xi32>
  %x7_0 = cjax.reshape %x7_0c : tensor<48xi32> -> tensor<2x3x8xi32>
  %x7_1i = cjax.iota dim 0 : tensor<36xi32>
  %x7_1m = cjax.constant dense<11> : tensor<36xi32>
  %x7_1r = cjax.rem %x7_1i, %x7_1m : tensor<36xi32>
  %x7_1b = cjax.constant dense<3> : tensor<36xi32>
  %x7_1s = cjax.sub %x7_1r, %x7_1b : tensor<36xi32>
  %x7_1c = cjax.copy %x7_1s : tensor<36xi32>
  %x7_1 = cjax.reshape %x7_1c : tensor<36xi32> -> tensor<4x3x3xi32>
  %y7 = cjax.conv_general_dilated %x7_0, %x7_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 1>, padding_low = array<i64: 1>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x8xi32>, tensor<4x3x3xi32>) -> tensor<2x4x8xi32>
  cjax.print ["", "\0A"] with %y7 : tensor<2x4x8xi32> as ["str"]
  %x8_0i = cjax.iota dim 0 : tensor<48xi32>
  %x8_0m = cjax.constant dense<7> : tensor<48xi32>
  %x8_0r = cjax.rem %x8_0i, %x8_0m : tensor<48xi32>
  %x8_0b = cjax.constant dense<3> : tensor<48xi32>
  %x8_0s = cjax.sub %x8_0r, %x8_0b : tensor<48xi32>
  %x8_0c = cjax.convert_element_type %x8_0s : tensor<48xi32> -> tensor<48xbf16>
  %x8_0 = cjax.reshape %x8_0c : tensor<48xbf16> -> tensor<2x3x8xbf16>
  %x8_1i = cjax.iota dim 0 : tensor<36xi32>
  %x8_1m = cjax.constant dense<11> : tensor<36xi32>
  %x8_1r = cjax.rem %x8_1i, %x8_1m : tensor<36xi32>
  %x8_1b = cjax.constant dense<3> : tensor<36xi32>
  %x8_1s = cjax.sub %x8_1r, %x8_1b : tensor<36xi32>
  %x8_1c = cjax.convert_element_type %x8_1s : tensor<36xi32> -> tensor<36xbf16>
  %x8_1 = cjax.reshape %x8_1c : tensor<36xbf16> -> tensor<4x3x3xbf16>
  %y8 = cjax.conv_general_dilated %x8_0, %x8_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 1>, padding_low = array<i64: 1>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x8xbf16>, tensor<4x3x3xbf16>) -> tensor<2x4x8xbf16>
  cjax.print ["", "\0A"] with %y8 : tensor<2x4x8xbf16> as ["str"]
  %x9_0i = cjax.iota dim 0 : tensor<0xi32>
  %x9_0m = cjax.constant dense<7> : tensor<0xi32>
  %x9_0r = cjax.rem %x9_0i, %x9_0m : tensor<0xi32>
  %x9_0b = cjax.constant dense<3> : tensor<0xi32>
  %x9_0s = cjax.sub %x9_0r, %x9_0b : tensor<0xi32>
  %x9_0c = cjax.convert_element_type %x9_0s : tensor<0xi32> -> tensor<0xf32>
  %x9_0 = cjax.reshape %x9_0c : tensor<0xf32> -> tensor<2x3x0xf32>
  %x9_1i = cjax.iota dim 0 : tensor<36xi32>
  %x9_1m = cjax.constant dense<11> : tensor<36xi32>
  %x9_1r = cjax.rem %x9_1i, %x9_1m : tensor<36xi32>
  %x9_1b = cjax.constant dense<3> : tensor<36xi32>
  %x9_1s = cjax.sub %x9_1r, %x9_1b : tensor<36xi32>
  %x9_1c = cjax.convert_element_type %x9_1s : tensor<36xi32> -> tensor<36xf32>
  %x9_1 = cjax.reshape %x9_1c : tensor<36xf32> -> tensor<4x3x3xf32>
  %y9 = cjax.conv_general_dilated %x9_0, %x9_1 {batch_group_count = 1 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 2>, padding_low = array<i64: 2>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x3x0xf32>, tensor<4x3x3xf32>) -> tensor<2x4x2xf32>
  cjax.print ["", "\0A"] with %y9 : tensor<2x4x2xf32> as ["str"]
  return
}
