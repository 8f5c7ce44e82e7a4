// rem.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.rem %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.rem %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.rem %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.rem %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.rem %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.rem %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[0x7F800000, -0.000000e+00, 0x7FC00000, 1.000000e+02, 1.000000e-03, 3.000000e+00, 1.000000e+00, -5.000000e-01,
      -2.500000e+00, 5.000000e-01, -2.000000e+01, 2.500000e+00, 2.000000e+01, -1.000000e+02, 0xFF800000, -7.250000e+00, 0.000000e+00,
      -1.000000e+00]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[5.000000e-01, -1.000000e+00, 2.500000e+00, 1.000000e-03, -7.250000e+00, 0xFFF0000000000000,
      0x7FF8000000000000, 2.000000e+01, 3.000000e+00, -0.000000e+00, -1.000000e+02, 0.000000e+00, 1.000000e+00, 1.000000e+02,
      -2.000000e+01, -5.000000e-01, 0x7FF0000000000000, -2.500000e+00]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 116, 14, -51, -96, 105, -125]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, 103, 110, 123, -11, 90, 91]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %8 : tensor<14xi8> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 22, 59, 67, 90, 177, 7]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 99, 162, 57, 149, 244, 225]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %11 : tensor<14xui8> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -941118112, -508359195, -2001836805, -1034113326,
      -725376334, 1319113060]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 1095992777, 1169256822, -1048667119, -1225508526,
      -409961358, -311453479]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %14 : tensor<14xi32> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 7501945566333397913, 16364551823683307811, 16935374771365357050,
      5728260762670762266, 13576133156077945577, 4669184203741226482]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 2573751908436792770, 8077479503802684986,
      11113654709244206627, 17258605743359008216, 2691407981560016211, 13140771959410411102]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
