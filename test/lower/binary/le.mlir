// le.mlir -- floats with special values, integers with their limits.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<18xf32> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<18xf64> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f2(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<14xi8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f3(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<14xui8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f4(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<14xi32> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xi1> {
  %0 = cjax.le %arg0, %arg1 : tensor<14xui64> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[0x7FC00000, 1.000000e+00, 2.000000e+01, 0xFF800000, 5.000000e-01, -0.000000e+00, 2.500000e+00, 0.000000e+00,
      -5.000000e-01, -7.250000e+00, -2.500000e+00, 1.000000e-03, 0x7F800000, 3.000000e+00, -1.000000e+02, -1.000000e+00, 1.000000e+02,
      -2.000000e+01]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %2 : tensor<18xi1> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[-2.500000e+00, 1.000000e-03, 2.000000e+01, 1.000000e+02, 0.000000e+00, 3.000000e+00, -1.000000e+02,
      -0.000000e+00, 1.000000e+00, 2.500000e+00, -1.000000e+00, -2.000000e+01, 0xFFF0000000000000, -7.250000e+00, 5.000000e-01,
      0x7FF8000000000000, -5.000000e-01, 0x7FF0000000000000]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %5 : tensor<18xi1> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -14, -98, 120, 99, 116, -73]> : tensor<14xi8>
  %7 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, 69, -29, 97, -29, -9, 91]> : tensor<14xi8>
  %8 = call @f2(%6, %7) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %8 : tensor<14xi1> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 146, 70, 81, 128, 242, 207]> : tensor<14xui8>
  %10 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 13, 45, 144, 223, 24, 20]> : tensor<14xui8>
  %11 = call @f3(%9, %10) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %11 : tensor<14xi1> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 742002408, 1345255391, -1742215513, 1507896286,
      -1559778115, -2098215969]> : tensor<14xi32>
  %13 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 2107679755, -951935352, -2022477458, 868562850,
      -855248579, -354738373]> : tensor<14xi32>
  %14 = call @f4(%12, %13) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %14 : tensor<14xi1> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 278657210030039462, 2977265396854603307, 3935876429068093887,
      1593628433488307175, 8706150460822605671, 10928550819687564273]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 0, 3, 18446744073709551615, 18446744073709551615, 0, 0, 2, 5871996132669969312, 2004232485225021608,
      14959499218616441805, 14839877690949054073, 10368913028553226737, 2540893411544698614]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %17 : tensor<14xi1> as ["str"]
  return
}
