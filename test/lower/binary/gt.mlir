// gt.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<18xf32> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<18xf64> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<14xi8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<14xui8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<14xi32> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xi1> {
  %0 = cjax.gt %arg0, %arg1 : tensor<14xui64> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[-2.500000e+00, 1.000000e-03, 2.500000e+00, 0x7FC00000, -2.000000e+01, -7.250000e+00, 3.000000e+00,
      5.000000e-01, -1.000000e+00, 0.000000e+00, 0x7F800000, -5.000000e-01, 1.000000e+00, 1.000000e+02, -0.000000e+00, 2.000000e+01,
      -1.000000e+02, 0xFF800000]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %2 : tensor<18xi1> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-5.000000e-01, 0x7FF0000000000000, 2.000000e+01, 1.000000e-03, 0x7FF8000000000000, 2.500000e+00,
      0xFFF0000000000000, -0.000000e+00, 3.000000e+00, -1.000000e+00, -1.000000e+02, 5.000000e-01, 1.000000e+00, -2.500000e+00,
      -7.250000e+00, 0.000000e+00, -2.000000e+01, 1.000000e+02]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %5 : tensor<18xi1> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -2, -13, -75, 37, -114, 6]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, 0, -58, 11, -83, -114, -75]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %8 : tensor<14xi1> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 250, 20, 183, 238, 162, 194]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 69, 2, 142, 244, 119, 239]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %11 : tensor<14xi1> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 1486156976, -789115199, 1264922996, 838683728,
      1708265958, -389326174]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 510104232, 1870132404, 1776066679, 1923970829,
      -1711360638, -2018483306]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %14 : tensor<14xi1> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 18345906904954729801, 11159101334955256746, 1362356129068063563,
      9168600311412899287, 912596211436293808, 10125303744901265802]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 3421031498553002034, 6787301262112562362,
      5620725069157789422, 11108850923976444268, 15169901005069702778, 17276051461783829212]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %17 : tensor<14xi1> as ["str"]
  return
}
