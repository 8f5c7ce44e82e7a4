// scatter_max.mlir -- modes; rows, columns, points; equal indices.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<4x3xf32>, %arg1: tensor<8xi32>, %arg2: tensor<8x3xf32>) -> tensor<4x3xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.scatter_max %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64: 1>} : (tensor<4x3xf32>, tensor<8x1xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  return %8 : tensor<4x3xf32>
}
func.func private @f1(%arg0: tensor<4x3xf32>, %arg1: tensor<8xi32>, %arg2: tensor<8x3xf32>) -> tensor<4x3xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.scatter_max %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "clip", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64: 1>} : (tensor<4x3xf32>, tensor<8x1xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  return %8 : tensor<4x3xf32>
}
func.func private @f2(%arg0: tensor<3x4xf32>, %arg1: tensor<3xi32>, %arg2: tensor<3x3xf32>) -> tensor<3x4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<3xi32>
  %2 = cjax.lt %arg1, %1 : tensor<3xi32> -> tensor<3xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<3xi32>
  %5 = cjax.add %arg1, %4 : tensor<3xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<3xi1>, tensor<3xi32>, tensor<3xi32> -> tensor<3xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<3xi32> -> tensor<3x1xi32>
  %8 = cjax.scatter_max %arg0, %7, %arg2 {inserted_window_dims = array<i64: 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64: 0>} : (tensor<3x4xf32>, tensor<3x1xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  return %8 : tensor<3x4xf32>
}
func.func private @f3(%arg0: tensor<3x4xi32>, %arg1: tensor<6xi32>, %arg2: tensor<6xi32>) -> tensor<3x4xi32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<6xi32>
  %2 = cjax.lt %arg1, %1 : tensor<6xi32> -> tensor<6xi1>
  %3 = cjax.constant dense<3> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<6xi32>
  %5 = cjax.add %arg1, %4 : tensor<6xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<6xi1>, tensor<6xi32>, tensor<6xi32> -> tensor<6xi32>
  %7 = cjax.constant dense<0> : tensor<i32>
  %8 = cjax.broadcast_in_dim %7 dims [] : tensor<i32> -> tensor<6xi32>
  %9 = cjax.lt %arg2, %8 : tensor<6xi32> -> tensor<6xi1>
  %10 = cjax.constant dense<4> : tensor<i32>
  %11 = cjax.broadcast_in_dim %10 dims [] : tensor<i32> -> tensor<6xi32>
  %12 = cjax.add %arg2, %11 : tensor<6xi32>
  %13 = cjax.select_n %9, %arg2, %12 : tensor<6xi1>, tensor<6xi32>, tensor<6xi32> -> tensor<6xi32>
  %14 = cjax.broadcast_in_dim %6 dims [0] : tensor<6xi32> -> tensor<6x1xi32>
  %15 = cjax.broadcast_in_dim %13 dims [0] : tensor<6xi32> -> tensor<6x1xi32>
  %16 = cjax.concatenate %14, %15 dim 1 : (tensor<6x1xi32>, tensor<6x1xi32>) -> tensor<6x2xi32>
  %17 = cjax.constant dense<2> : tensor<i32>
  %18 = cjax.broadcast_in_dim %17 dims [] : tensor<i32> -> tensor<6xi32>
  %19 = cjax.scatter_max %arg0, %16, %18 {inserted_window_dims = array<i64: 0, 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0, 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64>} : (tensor<3x4xi32>, tensor<6x2xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  return %19 : tensor<3x4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[2.27830386, 9.807950e-01, 1.0136646], [-1.40824699, -0.118428372, -0.812043786], [-0.587194264, 0.967036902,
      -0.803900599], [-0.130101293, -1.90858078, -1.584320e-01]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = cjax.constant dense<[[0.0900167599, -0.704790235, -0.71988678], [1.88642287, -1.20974433, -1.0506171], [-0.809010446, 1.19881904,
      2.10154247], [0.332175851, -0.717317998, -0.427732348], [1.0648123, -0.911067903, 1.45294666], [1.41657817, 0.0702080131,
      0.646129966], [0.749745965, 1.55421007, -1.0514518], [1.18120468, -3.752280e-01, -7.677610e-01]]> : tensor<8x3xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %3 : tensor<4x3xf32> as ["str"]
  %4 = cjax.constant dense<[[0.102672435, -0.214344293, -0.987492978], [-1.59733045, -0.942094922, 1.45235717], [1.96256948, 0.650116443,
      1.18592548], [-0.516832948, -0.0771516785, 0.282764733]]> : tensor<4x3xf32>
  %5 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %6 = cjax.constant dense<[[-1.08128953, -0.989944159, 0.0971773043], [-0.320303917, -1.06355679, 0.386532128], [-0.263279289,
      1.02135396, -0.00518110162], [-0.300306469, 0.127673179, -0.171983451], [-0.668046057, -0.401956081, 0.749419033], [0.64651674,
      1.28622782, -1.692994], [-0.393090665, -0.414575338, 0.17177251], [-0.452157259, -5.131830e-01, 0.782974898]]> : tensor<8x3xf32>
  %7 = call @f1(%4, %5, %6) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x3xf32> as ["str"]
  %8 = cjax.constant dense<[[0.178087518, -1.16636407, 1.33450627, 9.967520e-01], [-0.573959649, 0.83128041, -0.735163211, 1.12569845],
      [-0.217831239, -0.802842379, -0.373104393, -0.765830397]]> : tensor<3x4xf32>
  %9 = cjax.constant dense<[-1, 0, -2]> : tensor<3xi32>
  %10 = cjax.constant dense<[[0.175105229, 0.0358029641, -0.556615472], [-3.66108179, 0.0928356125, -1.89623439], [0.244188353,
      1.13079369, 0.273885638]]> : tensor<3x3xf32>
  %11 = call @f2(%8, %9, %10) : (tensor<3x4xf32>, tensor<3xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[1, 4, 5, 1], [5, 2, 8, 8], [4, 7, 8, 0]]> : tensor<3x4xi32>
  %13 = cjax.constant dense<[0, 2, 0, 1, 2, 2]> : tensor<6xi32>
  %14 = cjax.constant dense<[1, 1, 1, 0, 3, 0]> : tensor<6xi32>
  %15 = call @f3(%12, %13, %14) : (tensor<3x4xi32>, tensor<6xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  cjax.print ["", "\0A"] with %15 : tensor<3x4xi32> as ["str"]
  return
}
