// is_finite.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>) -> tensor<18xi1> {
  %0 = cjax.is_finite %arg0 : tensor<18xf32> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f1(%arg0: tensor<18xf64>) -> tensor<18xi1> {
  %0 = cjax.is_finite %arg0 : tensor<18xf64> -> tensor<18xi1>
  return %0 : tensor<18xi1>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xi1> {
  %0 = cjax.is_finite %arg0 : tensor<3x5xf32> -> tensor<3x5xi1>
  return %0 : tensor<3x5xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = call @f0(%0) : (tensor<18xf32>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %1 : tensor<18xi1> as ["str"]
  %2 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %3 = call @f1(%2) : (tensor<18xf64>) -> tensor<18xi1>
  cjax.print ["", "\0A"] with %3 : tensor<18xi1> as ["str"]
  %4 = cjax.constant dense<[[0.203138605, -0.463307589, 0.127268419, -1.18719459, -0.579301596], [-0.196195975, 0.898763895, 1.14522195,
      -1.32352781, -0.794642388], [0.646903396, -1.99241984, -0.463169873, -0.0972869247, 1.25701499]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xi1>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xi1> as ["str"]
  return
}
