// scatter_mul.mlir -- modes; rows, columns, points; equal indices.
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
  %8 = cjax.scatter_mul %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "fill", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_mul %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "clip", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_mul %arg0, %7, %arg2 {inserted_window_dims = array<i64: 1>, mode = "fill", operand_batching_dims = array<i64>,
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
  %19 = cjax.scatter_mul %arg0, %16, %18 {inserted_window_dims = array<i64: 0, 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0, 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64>} : (tensor<3x4xi32>, tensor<6x2xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  return %19 : tensor<3x4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.717725039, -0.377108604, 0.239790514], [-1.11679399, 1.31027794, 1.10105038], [0.235499084, -1.75507891,
      -1.04596233], [0.976703047, 1.71312106, 0.296615452]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = cjax.constant dense<[[1.24731898, -0.607761681, -0.189387158], [0.00114790362, 0.423096746, -1.52880955], [0.940666854, 1.3225466,
      -1.14873517], [-1.35533965, 0.350560129, -0.654311895], [-2.37082958, 0.808583498, 0.155594423], [-4.766470e-01, 2.11344433,
      0.138904259], [-0.753430068, 0.101151809, -1.04006922], [-0.761706769, 0.386362791, -0.554198205]]> : tensor<8x3xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %3 : tensor<4x3xf32> as ["str"]
  %4 = cjax.constant dense<[[-0.450974077, 1.66894484, 0.859648764], [0.802825808, 0.5288167, 0.48420155], [1.45658493, -0.0195459854,
      1.85551417], [-0.95140165, -0.255037695, -1.37859631]]> : tensor<4x3xf32>
  %5 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %6 = cjax.constant dense<[[-3.437730e-01, 0.518442452, 1.45124686], [-0.663327515, 0.00530447345, -0.359210402], [-0.738599956,
      -1.18937945, 0.0606611669], [-1.73206496, 0.110543154, 0.020951936], [-0.657750308, -1.0109036, -1.38430727], [1.87132835,
      -1.34197211, 1.5577023], [0.600164771, -0.364020973, -1.15707684], [1.04249346, 1.72965121, -0.934024393]]> : tensor<8x3xf32>
  %7 = call @f1(%4, %5, %6) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x3xf32> as ["str"]
  %8 = cjax.constant dense<[[-0.298745215, 1.05162382, 0.335783362, 1.9999609], [-0.570144475, 0.542291224, -1.25092793, 2.09589171],
      [-0.730340838, -2.20796704, -0.125764027, -0.139430627]]> : tensor<3x4xf32>
  %9 = cjax.constant dense<[-4, 3, -1]> : tensor<3xi32>
  %10 = cjax.constant dense<[[-0.338819653, -0.0126437442, 0.593438864], [1.58627069, -0.063229613, 1.03947794], [0.518084586,
      -0.296235323, 0.0775544419]]> : tensor<3x3xf32>
  %11 = call @f2(%8, %9, %10) : (tensor<3x4xf32>, tensor<3xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[1, 6, 5, 3], [6, 4, 7, 8], [2, 6, 4, 6]]> : tensor<3x4xi32>
  %13 = cjax.constant dense<[1, 1, 0, 2, 1, 1]> : tensor<6xi32>
  %14 = cjax.constant dense<[2, 3, 3, 3, 1, 2]> : tensor<6xi32>
  %15 = call @f3(%12, %13, %14) : (tensor<3x4xi32>, tensor<6xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  cjax.print ["", "\0A"] with %15 : tensor<3x4xi32> as ["str"]
  return
}
