// sign.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.sign %arg0 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.sign %arg0 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.sign %arg0 : tensor<3x5xf32>
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
  %4 = cjax.constant dense<[[0.695303202, -1.34421456, -0.457615763, -1.90122271, -1.28953779], [-1.84173501, -0.235091135, -1.26744652,
      0.271264344, 0.156751081], [-0.18693094, -2.51675963, -0.538692892, -0.0485009439, 0.113308989]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  return
}
