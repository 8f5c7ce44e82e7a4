// reshape.mlir -- row-major order; squeeze.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<4x6xf32> {
  %0 = cjax.reshape %arg0 : tensor<2x3x4xf32> -> tensor<4x6xf32>
  return %0 : tensor<4x6xf32>
}
func.func private @f1(%arg0: tensor<3x1x2xf32>) -> tensor<3x2xf32> {
  %0 = cjax.squeeze %arg0 dims [1] : tensor<3x1x2xf32> -> tensor<3x2xf32>
  return %0 : tensor<3x2xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<4x6xf32>
  cjax.print ["", "\0A"] with %1 : tensor<4x6xf32> as ["str"]
  %2 = cjax.constant dense<[[[1.58916879, -0.931847751]], [[0.89693129, -1.2866838]], [[0.687572419, -0.10779947]]]> : tensor<3x1x2xf32>
  %3 = call @f1(%2) : (tensor<3x1x2xf32>) -> tensor<3x2xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x2xf32> as ["str"]
  return
}
