// transpose.mlir -- permutations; tiles.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<4x3x2xf32> {
  %0 = cjax.transpose %arg0 perm [2, 1, 0] : tensor<2x3x4xf32> -> tensor<4x3x2xf32>
  return %0 : tensor<4x3x2xf32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> tensor<3x2x4xf32> {
  %0 = cjax.transpose %arg0 perm [1, 0, 2] : tensor<2x3x4xf32> -> tensor<3x2x4xf32>
  return %0 : tensor<3x2x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>) -> tensor<2x4x3xf32> {
  %0 = cjax.transpose %arg0 perm [0, 2, 1] : tensor<2x3x4xf32> -> tensor<2x4x3xf32>
  return %0 : tensor<2x4x3xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>) -> tensor<4x2x3xf32> {
  %0 = cjax.transpose %arg0 perm [2, 0, 1] : tensor<2x3x4xf32> -> tensor<4x2x3xf32>
  return %0 : tensor<4x2x3xf32>
}
func.func private @f4(%arg0: tensor<2x3x4xf32>) -> tensor<16x32xi32> {
  %0 = cjax.iota dim 0 : tensor<32x16xi32>
  %1 = cjax.constant dense<100> : tensor<i32>
  %2 = cjax.broadcast_in_dim %1 dims [] : tensor<i32> -> tensor<32x16xi32>
  %3 = cjax.mul %0, %2 : tensor<32x16xi32>
  %4 = cjax.iota dim 1 : tensor<32x16xi32>
  %5 = cjax.add %3, %4 : tensor<32x16xi32>
  %6 = cjax.transpose %5 perm [1, 0] : tensor<32x16xi32> -> tensor<16x32xi32>
  return %6 : tensor<16x32xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<4x3x2xf32>
  cjax.print ["", "\0A"] with %1 : tensor<4x3x2xf32> as ["str"]
  %2 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %3 = call @f1(%2) : (tensor<2x3x4xf32>) -> tensor<3x2x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x2x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %5 = call @f2(%4) : (tensor<2x3x4xf32>) -> tensor<2x4x3xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x4x3xf32> as ["str"]
  %6 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %7 = call @f3(%6) : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x2x3xf32> as ["str"]
  %8 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %9 = call @f4(%8) : (tensor<2x3x4xf32>) -> tensor<16x32xi32>
  cjax.print ["", "\0A"] with %9 : tensor<16x32xi32> as ["str"]
  return
}
