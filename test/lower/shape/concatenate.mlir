// concatenate.mlir -- each dimension; an operand twice.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>, %arg1: tensor<2x1x4xf32>) -> tensor<2x7x4xf32> {
  %0 = cjax.concatenate %arg0, %arg1, %arg0 dim 1 : (tensor<2x3x4xf32>, tensor<2x1x4xf32>, tensor<2x3x4xf32>) -> tensor<2x7x4xf32>
  return %0 : tensor<2x7x4xf32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1x3x4xf32>) -> tensor<3x3x4xf32> {
  %0 = cjax.concatenate %arg0, %arg1 dim 0 : (tensor<2x3x4xf32>, tensor<1x3x4xf32>) -> tensor<3x3x4xf32>
  return %0 : tensor<3x3x4xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1 = cjax.constant dense<[[[0.743562757, -0.366530389, -0.091306664, 0.561166406]], [[0.421439976, -1.72106242, 0.759279251,
      2.98824763]]]> : tensor<2x1x4xf32>
  %2 = call @f0(%0, %1) : (tensor<2x3x4xf32>, tensor<2x1x4xf32>) -> tensor<2x7x4xf32>
  cjax.print ["", "\0A"] with %2 : tensor<2x7x4xf32> as ["str"]
  %3 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %4 = cjax.constant dense<[[[-1.89328992, 1.01967764, 0.378501981, -0.114415221], [1.40701568, -1.21359634, 0.167094991, 1.50195467],
      [-0.202098548, -0.429263026, 0.117977224, -0.45675534]]]> : tensor<1x3x4xf32>
  %5 = call @f1(%3, %4) : (tensor<2x3x4xf32>, tensor<1x3x4xf32>) -> tensor<3x3x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x3x4xf32> as ["str"]
  return
}
