// ge.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<18xf32> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<18xf64> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<14xi8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<14xui8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<14xi32> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xi1> {
  %0 = cjax.ge %arg0, %arg1 : tensor<14xui64> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[2.500000e+00, -5.000000e-01, -1.000000e+02, -1.000000e+00, -2.500000e+00, -7.250000e+00, 1.000000e+02,
      0xFF800000, 1.000000e+00, 0x7F800000, 1.000000e-03, 3.000000e+00, 0x7FC00000, -0.000000e+00, 5.000000e-01, 2.000000e+01,
      0.000000e+00, -2.000000e+01]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %2 : tensor<18xi1> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-2.000000e+01, 1.000000e-03, 1.000000e+02, 0x7FF8000000000000, -0.000000e+00, 2.000000e+01,
      0x7FF0000000000000, 1.000000e+00, 0xFFF0000000000000, 3.000000e+00, -2.500000e+00, 2.500000e+00, -1.000000e+02, -5.000000e-01,
      0.000000e+00, -7.250000e+00, -1.000000e+00, 5.000000e-01]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %5 : tensor<18xi1> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -126, 82, -40, 90, -15, 52]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, 12, 33, -103, -114, 113, 117]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %8 : tensor<14xi1> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 12, 143, 163, 150, 237, 67]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 33, 133, 208, 250, 204, 102]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %11 : tensor<14xi1> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -172668726, -1975811404, 1157779115, 1179374843,
      -1729752287, -894476260]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 1604204118, -1021787227, 352414236, 189619909,
      1667577685, 1052105492]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %14 : tensor<14xi1> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 16034643655582789387, 1056922454843691270, 13199090093416863513,
      3633656397680084059, 4903335353017561594, 5991186658252469527]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 10907830042448693647, 11581989643161961421,
      17182082261274025914, 234612914599859617, 3568310134974131377, 6677767775963582468]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %17 : tensor<14xi1> as ["str"]
  return
}
