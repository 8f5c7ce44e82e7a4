// div.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.div %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.div %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.div %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.div %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.div %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.div %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[-7.250000e+00, -1.000000e+02, -2.500000e+00, -1.000000e+00, -0.000000e+00, 2.000000e+01, 1.000000e-03,
      5.000000e-01, 3.000000e+00, 0.000000e+00, 1.000000e+00, 2.500000e+00, -5.000000e-01, 0x7FC00000, 1.000000e+02, 0x7F800000,
      -2.000000e+01, 0xFF800000]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-2.500000e+00, 0x7FF8000000000000, 2.500000e+00, 0x7FF0000000000000, 5.000000e-01, 1.000000e+02,
      -7.250000e+00, 0xFFF0000000000000, 0.000000e+00, 2.000000e+01, -1.000000e+02, 1.000000e-03, -5.000000e-01, 3.000000e+00,
      -1.000000e+00, -2.000000e+01, -0.000000e+00, 1.000000e+00]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -27, 101, 29, -25, -27, 120]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, -68, -26, 47, -85, -7, -102]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %8 : tensor<14xi8> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 212, 95, 145, 36, 32, 253]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 250, 19, 100, 211, 173, 96]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %11 : tensor<14xui8> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 749853298, 1820463609, 457448481, -1712434204,
      -498107456, -1075805720]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 951307690, -1401528626, 445542429, 1499610013,
      -1360487661, 1762133699]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %14 : tensor<14xi32> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 816706614386181201, 6132055854537991223, 3550898862472183055,
      8661349678223628755, 17000342752918104625, 1294467829545532767]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 3159541962527224614, 8984104511889510674,
      9666733900034032033, 13752071374016073183, 8073882337722037473, 2603513533199774392]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
