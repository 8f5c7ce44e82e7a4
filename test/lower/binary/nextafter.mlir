// nextafter.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.nextafter %arg0, %arg1 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.nextafter %arg0, %arg1 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<12xf32>, %arg1: tensor<12xf32>) -> tensor<12xf32> {
  %0 = cjax.nextafter %arg0, %arg1 : tensor<12xf32>
  return %0 : tensor<12xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = cjax.constant dense<[0.000000e+00, 2.000000e+01, 3.000000e+00, 1.000000e-03, 1.000000e+02, -1.000000e+00, 1.000000e+00,
      -1.000000e+02, -7.250000e+00, 0x7F800000, 2.500000e+00, -2.500000e+00, -0.000000e+00, -5.000000e-01, 0xFF800000, -2.000000e+01,
      0x7FC00000, 5.000000e-01]> : tensor<18xf32>
  %2 = call @f0(%0, %1) : (tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %2 : tensor<18xf32> as ["str"]
  %3 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %4 = cjax.constant dense<[1.000000e+00, 2.000000e+01, -5.000000e-01, 0x7FF8000000000000, -0.000000e+00, 5.000000e-01, 1.000000e+02,
      -1.000000e+02, -2.000000e+01, -2.500000e+00, 2.500000e+00, 1.000000e-03, 0.000000e+00, -1.000000e+00, -7.250000e+00, 3.000000e+00,
      0x7FF0000000000000, 0xFFF0000000000000]> : tensor<18xf64>
  %5 = call @f1(%3, %4) : (tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %5 : tensor<18xf64> as ["str"]
  %6 = cjax.constant dense<[0.383126259, 0.911260843, 0.360213965, 0.925747036, 1.44429898, 0.6660043, 0.219253778, 0.926709115,
      1.06253421, 0.341035813, 2.45766139, 0.675589442]> : tensor<12xf32>
  %7 = cjax.constant dense<[-0.456579119, -0.984200894, 0.198677436, 1.19220209, -0.484905571, -1.13483262, 2.02803493, -0.451437593,
      -1.23296487, 0.237677246, 0.425682575, -0.705050111]> : tensor<12xf32>
  %8 = call @f2(%6, %7) : (tensor<12xf32>, tensor<12xf32>) -> tensor<12xf32>
  cjax.print ["", "\0A"] with %8 : tensor<12xf32> as ["str"]
  return
}
