// atan2.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.atan2 %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.atan2 %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<12xf32>, %arg1: tensor<12xf32>) -> tensor<12xf32> {
  %0 = cjax.atan2 %arg0, %arg1 : tensor<12xf32>
  return %0 : tensor<12xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[-2.000000e+01, 3.000000e+00, 2.500000e+00, 1.000000e+02, -5.000000e-01, 0x7F800000, 1.000000e-03,
      -0.000000e+00, 1.000000e+00, 0.000000e+00, 0xFF800000, -1.000000e+02, 2.000000e+01, -2.500000e+00, 5.000000e-01, 0x7FC00000,
      -1.000000e+00, -7.250000e+00]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[1.000000e+00, -2.500000e+00, -2.000000e+01, 1.000000e-03, -5.000000e-01, 3.000000e+00, 2.000000e+01,
      -7.250000e+00, 0xFFF0000000000000, 0x7FF8000000000000, -0.000000e+00, 5.000000e-01, -1.000000e+02, 0x7FF0000000000000,
      0.000000e+00, -1.000000e+00, 1.000000e+02, 2.500000e+00]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[1.13663793, 1.38976789, 0.145682499, 0.174131915, 0.825050771, 1.36652434, 0.209429041, 5.305590e-01,
      0.368789047, 1.74151444, 0.890544295, 0.0204939302]> : tensor<12xf32>
  %7 = cjax.constant dense<[0.888453185, 0.990026593, -0.0803264752, -0.189288363, -0.830679178, 0.402356505, -2.475780e-01, 0.605884552,
      1.75168681, -0.0323749557, -1.49735451, -0.860850453]> : tensor<12xf32>
  %8 = call @f2(%6, %7) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
  cjax.print ["", "\0A"] with %8 : tensor<12xf32> as ["str"]
  return
}
