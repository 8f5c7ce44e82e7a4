// split.mlir -- pieces of different size.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>) {
  %0:2 = cjax.split %arg0 sizes [1, 2] axis 1 : (tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>)
  return %0#0, %0#1 : tensor<2x1x4xf32>, tensor<2x2x4xf32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> (tensor<2x3x1xf32>, tensor<2x3x3xf32>) {
  %0:2 = cjax.split %arg0 sizes [1, 3] axis 2 : (tensor<2x3x4xf32>) -> (tensor<2x3x1xf32>, tensor<2x3x3xf32>)
  return %0#0, %0#1 : tensor<2x3x1xf32>, tensor<2x3x3xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1:2 = call @f0(%0) : (tensor<2x3x4xf32>) -> (tensor<2x1x4xf32>, tensor<2x2x4xf32>)
  cjax.print ["", "\0A"] with %1#0 : tensor<2x1x4xf32> as ["str"]
  cjax.print ["", "\0A"] with %1#1 : tensor<2x2x4xf32> as ["str"]
  %2 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %3:2 = call @f1(%2) : (tensor<2x3x4xf32>) -> (tensor<2x3x1xf32>, tensor<2x3x3xf32>)
  cjax.print ["", "\0A"] with %3#0 : tensor<2x3x1xf32> as ["str"]
  cjax.print ["", "\0A"] with %3#1 : tensor<2x3x3xf32> as ["str"]
  return
}
