// lt.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<18xf32> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<18xf64> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<14xi8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<14xui8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<14xi32> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xi1> {
  %0 = cjax.lt %arg0, %arg1 : tensor<14xui64> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[2.000000e+01, -2.500000e+00, 1.000000e-03, 2.500000e+00, 1.000000e+00, 1.000000e+02, -1.000000e+00,
      -7.250000e+00, -1.000000e+02, -0.000000e+00, -2.000000e+01, -5.000000e-01, 0xFF800000, 0.000000e+00, 0x7FC00000, 0x7F800000,
      5.000000e-01, 3.000000e+00]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %2 : tensor<18xi1> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-2.000000e+01, -2.500000e+00, 5.000000e-01, 0x7FF8000000000000, 1.000000e-03, 0.000000e+00,
      0x7FF0000000000000, 1.000000e+02, -1.000000e+02, -1.000000e+00, -0.000000e+00, 3.000000e+00, 1.000000e+00, -5.000000e-01,
      0xFFF0000000000000, 2.500000e+00, 2.000000e+01, -7.250000e+00]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %5 : tensor<18xi1> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 78, -110, 14, -3, 2, 18]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, -117, -25, -72, 112, 38, 42]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %8 : tensor<14xi1> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 74, 199, 211, 128, 251, 195]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 72, 222, 159, 135, 54, 26]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %11 : tensor<14xi1> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -333775816, 528869493, -1857992715, -1728337965,
      342286498, 727598985]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, -1882560137, 1985362973, -267189692, 2064917640,
      -1561812035, 1671778298]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %14 : tensor<14xi1> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 14879343995607418296, 3282659188728970789, 17896218589518921037,
      3739583036702995317, 16031138457787209103, 16193910887773587784]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 11472183541421249032, 9616411874478677288,
      3697192118258002070, 9582500086914369320, 5360990831640755451, 2322089219335355624]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %17 : tensor<14xi1> as ["str"]
  return
}
