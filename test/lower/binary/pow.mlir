// pow.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.pow %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.pow %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<12xf32>, %arg1: tensor<12xf32>) -> tensor<12xf32> {
  %0 = cjax.pow %arg0, %arg1 : tensor<12xf32>
  return %0 : tensor<12xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[1.000000e-03, 3.000000e+00, -5.000000e-01, 1.000000e+00, 2.500000e+00, 0.000000e+00, 0xFF800000,
      -1.000000e+02, -2.000000e+01, -1.000000e+00, -0.000000e+00, 1.000000e+02, -7.250000e+00, 0x7F800000, 0x7FC00000, 5.000000e-01,
      -2.500000e+00, 2.000000e+01]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[5.000000e-01, -5.000000e-01, 0x7FF0000000000000, -1.000000e+02, 1.000000e+02, 0.000000e+00,
      0x7FF8000000000000, -2.500000e+00, 2.000000e+01, 1.000000e+00, -2.000000e+01, 1.000000e-03, -7.250000e+00, 3.000000e+00,
      -1.000000e+00, -0.000000e+00, 2.500000e+00, 0xFFF0000000000000]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[1.77863359, 0.318511397, 0.0041186926, 1.05606258, 2.45274115, 1.29657328, 0.139415249, 0.354688168,
      0.617079794, 0.612698495, 1.05871952, 0.0524490848]> : tensor<12xf32>
  %7 = cjax.constant dense<[-0.947211205, -0.0614624172, 0.0961230397, 2.34103727, -8.510500e-01, -0.121788934, -0.164302886,
      0.437310547, 1.04672432, -0.490483493, -8.213520e-01, -1.64071059]> : tensor<12xf32>
  %8 = call @f2(%6, %7) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
  cjax.print ["", "\0A"] with %8 : tensor<12xf32> as ["str"]
  return
}
