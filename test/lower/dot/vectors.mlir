// vectors.mlir -- one or both operands are vectors.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<5xf32>, %arg1: tensor<5xf32>) -> tensor<f32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [0], [0] batch [], [] : (tensor<5xf32>, tensor<5xf32>) -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f1(%arg0: tensor<3x5xf32>, %arg1: tensor<5xf32>) -> tensor<3xf32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [1], [0] batch [], [] : (tensor<3x5xf32>, tensor<5xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func private @f2(%arg0: tensor<5xf32>, %arg1: tensor<5x3xf32>) -> tensor<3xf32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [0], [0] batch [], [] : (tensor<5xf32>, tensor<5x3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[1.29101825, 0.187741458, -2.73782015, -0.640113831, -0.0570019372]> : tensor<5xf32>
  %1 = cjax.constant dense<[0.965325891, -0.300718933, -0.250085562, -0.662816286, 0.665553331]> : tensor<5xf32>
  %2 = call @f0(%0, %1) : (tensor<5xf32>, tensor<5xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %2 : tensor<f32> as ["str"]
  %3 = cjax.constant dense<[[-0.447587192, -0.603450239, -0.74215591, 0.556581497, -0.53297466], [-1.67589748, 0.622656762, -0.701336145,
      0.357002735, 0.373785168], [1.20360696, 1.04453039, -0.575029612, -0.166384578, -1.29040611]]> : tensor<3x5xf32>
  %4 = cjax.constant dense<[1.67733264, 0.441627204, 1.39441872, -0.318996191, -2.04914451]> : tensor<5xf32>
  %5 = call @f1(%3, %4) : (tensor<3x5xf32>, tensor<5xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3xf32> as ["str"]
  %6 = cjax.constant dense<[1.53171265, 0.0931176096, 0.133185104, 0.055463165, 0.644674122]> : tensor<5xf32>
  %7 = cjax.constant dense<[[0.533133268, -1.59053659, 1.08689344], [-0.528953731, -0.467048049, 1.72742879], [0.920558631, -0.338185549,
      -1.85639215], [0.161637276, 0.538655818, -0.0805355086], [-1.24603903, -0.790687978, -1.25522113]]> : tensor<5x3xf32>
  %8 = call @f2(%6, %7) : (tensor<5xf32>, tensor<5x3xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %8 : tensor<3xf32> as ["str"]
  return
}
