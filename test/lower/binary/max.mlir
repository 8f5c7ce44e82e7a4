// max.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.max %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.max %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.max %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.max %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.max %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.max %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[0x7FC00000, 0xFF800000, 0.000000e+00, 5.000000e-01, 3.000000e+00, 0x7F800000, 1.000000e+02, 2.000000e+01,
      -7.250000e+00, 1.000000e-03, 2.500000e+00, -1.000000e+02, -2.000000e+01, -5.000000e-01, -2.500000e+00, 1.000000e+00, -1.000000e+00,
      -0.000000e+00]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-1.000000e+02, 5.000000e-01, 1.000000e+00, 0x7FF0000000000000, -1.000000e+00, 1.000000e+02,
      0x7FF8000000000000, 0.000000e+00, -5.000000e-01, 1.000000e-03, -7.250000e+00, 2.000000e+01, 3.000000e+00, -2.000000e+01,
      2.500000e+00, -0.000000e+00, -2.500000e+00, 0xFFF0000000000000]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 94, 22, 114, 124, 2, -64]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, -2, -48, -102, -61, 99, 98]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %8 : tensor<14xi8> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 52, 194, 242, 114, 106, 80]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 130, 250, 88, 240, 140, 0]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %11 : tensor<14xui8> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 1914431763, 742715219, -546002689, -429082080,
      1890685209, 678800363]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, -404194412, 1067071381, -537875511, -1213494992,
      1102171909, -1782440983]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %14 : tensor<14xi32> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 8267802215387921484, 7122638258382335317, 7983823365994524698,
      2579180340322198566, 1125936638050286171, 13908718573343913548]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 10413186099541224159, 12394194828403770436,
      14800476746939681323, 4244709489256097287, 4312349378697913747, 5126509426640340247]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
