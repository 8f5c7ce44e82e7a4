// broadcast_in_dim.mlir -- new dimensions, and dimensions of size 1.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x4xf32>) -> tensor<2x5x4xf32> {
  %0 = cjax.broadcast_in_dim %arg0 dims [0, 2] : tensor<2x4xf32> -> tensor<2x1x4xf32>
  %1 = cjax.broadcast_in_dim %0 dims [0, 1, 2] : tensor<2x1x4xf32> -> tensor<2x5x4xf32>
  return %1 : tensor<2x5x4xf32>
}
func.func private @f1(%arg0: tensor<3x1xf32>) -> tensor<3x4xf32> {
  %0 = cjax.broadcast_in_dim %arg0 dims [0, 1] : tensor<3x1xf32> -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
func.func private @f2(%arg0: tensor<f32>) -> tensor<2x3xf32> {
  %0 = cjax.broadcast_in_dim %arg0 dims [] : tensor<f32> -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.670295178, 0.417411715, -0.888004958, -0.691247045], [-0.631562769, -0.146268278, 0.149775639,
      0.46303317]]> : tensor<2x4xf32>
  %1 = call @f0(%0) : (tensor<2x4xf32>) -> tensor<2x5x4xf32>
  cjax.print ["", "\0A"] with %1 : tensor<2x5x4xf32> as ["str"]
  %2 = cjax.constant dense<[[-1.45090866], [2.02677536], [1.1835289]]> : tensor<3x1xf32>
  %3 = call @f1(%2) : (tensor<3x1xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x4xf32> as ["str"]
  %4 = cjax.constant dense<2.500000e+00> : tensor<f32>
  %5 = call @f2(%4) : (tensor<f32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x3xf32> as ["str"]
  return
}
