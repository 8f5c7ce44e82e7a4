// sin.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.sin %arg0 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.sin %arg0 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.sin %arg0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = call @f0(%0) : (tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %1 : tensor<18xf32> as ["str"]
  %2 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %3 = call @f1(%2) : (tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %3 : tensor<18xf64> as ["str"]
  %4 = cjax.constant dense<[[-0.441145211, -5.079610e-01, 0.630082607, -0.301867604, -0.151443645], [0.0222215578, 1.17650831,
      0.680510997, 0.382600278, -0.563571393], [-1.38196874, 0.949529945, 0.966447114, -0.140708402, 0.541883826]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  return
}
