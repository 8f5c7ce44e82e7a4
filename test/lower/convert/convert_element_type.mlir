// convert_element_type.mlir -- floats to every kind: truncated, saturated, nan is 0.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<21xf32>) -> tensor<21xi8> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xi8>
  return %0 : tensor<21xi8>
}
func.func private @f1(%arg0: tensor<21xf32>) -> tensor<21xui8> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xui8>
  return %0 : tensor<21xui8>
}
func.func private @f2(%arg0: tensor<21xf32>) -> tensor<21xi32> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xi32>
  return %0 : tensor<21xi32>
}
func.func private @f3(%arg0: tensor<21xf32>) -> tensor<21xui32> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xui32>
  return %0 : tensor<21xui32>
}
func.func private @f4(%arg0: tensor<21xf32>) -> tensor<21xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xi64>
  return %0 : tensor<21xi64>
}
func.func private @f5(%arg0: tensor<21xf32>) -> tensor<21xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xui64>
  return %0 : tensor<21xui64>
}
func.func private @f6(%arg0: tensor<21xf32>) -> tensor<21xi1> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf32> -> tensor<21xi1>
  return %0 : tensor<21xi1>
}
func.func private @f7(%arg0: tensor<21xf32>) -> tensor<21xf32> {
  return %arg0 : tensor<21xf32>
}
func.func private @f8(%arg0: tensor<21xf64>) -> tensor<21xi8> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xi8>
  return %0 : tensor<21xi8>
}
func.func private @f9(%arg0: tensor<21xf64>) -> tensor<21xui8> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xui8>
  return %0 : tensor<21xui8>
}
func.func private @f10(%arg0: tensor<21xf64>) -> tensor<21xi32> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xi32>
  return %0 : tensor<21xi32>
}
func.func private @f11(%arg0: tensor<21xf64>) -> tensor<21xui32> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xui32>
  return %0 : tensor<21xui32>
}
func.func private @f12(%arg0: tensor<21xf64>) -> tensor<21xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xi64>
  return %0 : tensor<21xi64>
}
func.func private @f13(%arg0: tensor<21xf64>) -> tensor<21xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xui64>
  return %0 : tensor<21xui64>
}
func.func private @f14(%arg0: tensor<21xf64>) -> tensor<21xi1> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xi1>
  return %0 : tensor<21xi1>
}
func.func private @f15(%arg0: tensor<21xf64>) -> tensor<21xf32> {
  %0 = cjax.convert_element_type %arg0 : tensor<21xf64> -> tensor<21xf32>
  return %0 : tensor<21xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %1 = call @f0(%0) : (tensor<21xf32>) -> tensor<21xi8>
  cjax.print ["", "\0A"] with %1 : tensor<21xi8> as ["str"]
  %2 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %3 = call @f1(%2) : (tensor<21xf32>) -> tensor<21xui8>
  cjax.print ["", "\0A"] with %3 : tensor<21xui8> as ["str"]
  %4 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %5 = call @f2(%4) : (tensor<21xf32>) -> tensor<21xi32>
  cjax.print ["", "\0A"] with %5 : tensor<21xi32> as ["str"]
  %6 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %7 = call @f3(%6) : (tensor<21xf32>) -> tensor<21xui32>
  cjax.print ["", "\0A"] with %7 : tensor<21xui32> as ["str"]
  %8 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %9 = call @f4(%8) : (tensor<21xf32>) -> tensor<21xi64>
  cjax.print ["", "\0A"] with %9 : tensor<21xi64> as ["str"]
  %10 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %11 = call @f5(%10) : (tensor<21xf32>) -> tensor<21xui64>
  cjax.print ["", "\0A"] with %11 : tensor<21xui64> as ["str"]
  %12 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %13 = call @f6(%12) : (tensor<21xf32>) -> tensor<21xi1>
  cjax.print ["", "\0A"] with %13 : tensor<21xi1> as ["str"]
  %14 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 2.14748352E+9, 2.14748365E+9, -3.000000e+09, 4.2949673E+9, 9.300000e+18,
      -9.300000e+18, 1.900000e+19, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<21xf32>
  %15 = call @f7(%14) : (tensor<21xf32>) -> tensor<21xf32>
  cjax.print ["", "\0A"] with %15 : tensor<21xf32> as ["str"]
  %16 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %17 = call @f8(%16) : (tensor<21xf64>) -> tensor<21xi8>
  cjax.print ["", "\0A"] with %17 : tensor<21xi8> as ["str"]
  %18 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %19 = call @f9(%18) : (tensor<21xf64>) -> tensor<21xui8>
  cjax.print ["", "\0A"] with %19 : tensor<21xui8> as ["str"]
  %20 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %21 = call @f10(%20) : (tensor<21xf64>) -> tensor<21xi32>
  cjax.print ["", "\0A"] with %21 : tensor<21xi32> as ["str"]
  %22 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %23 = call @f11(%22) : (tensor<21xf64>) -> tensor<21xui32>
  cjax.print ["", "\0A"] with %23 : tensor<21xui32> as ["str"]
  %24 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %25 = call @f12(%24) : (tensor<21xf64>) -> tensor<21xi64>
  cjax.print ["", "\0A"] with %25 : tensor<21xi64> as ["str"]
  %26 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %27 = call @f13(%26) : (tensor<21xf64>) -> tensor<21xui64>
  cjax.print ["", "\0A"] with %27 : tensor<21xui64> as ["str"]
  %28 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %29 = call @f14(%28) : (tensor<21xf64>) -> tensor<21xi1>
  cjax.print ["", "\0A"] with %29 : tensor<21xi1> as ["str"]
  %30 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.500000e+00, -1.500000e+00, 1.279000e+02, -1.289000e+02, 2.555000e+02,
      2.560000e+02, -1.000000e+00, 3.000000e+02, 6.553600e+04, 0x41DFFFFFE0000000, 0x41E0000000000000, -3.000000e+09, 0x41F0000000000000,
      9.300000e+18, -9.300000e+18, 1.900000e+19, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<21xf64>
  %31 = call @f15(%30) : (tensor<21xf64>) -> tensor<21xf32>
  cjax.print ["", "\0A"] with %31 : tensor<21xf32> as ["str"]
  return
}
