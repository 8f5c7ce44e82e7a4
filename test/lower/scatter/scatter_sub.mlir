// scatter_sub.mlir -- modes; rows, columns, points; equal indices.
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
  %8 = cjax.scatter_sub %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "fill", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_sub %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "clip", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_sub %arg0, %7, %arg2 {inserted_window_dims = array<i64: 1>, mode = "fill", operand_batching_dims = array<i64>,
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
  %19 = cjax.scatter_sub %arg0, %16, %18 {inserted_window_dims = array<i64: 0, 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0, 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64>} : (tensor<3x4xi32>, tensor<6x2xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  return %19 : tensor<3x4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.894868075, -0.502658427, -0.0522805825], [-0.565848291, -0.118476152, -0.610776841], [2.00395775,
      1.32906079, 0.449952155], [-0.0536185168, 2.19076419, 0.322952896]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = cjax.constant dense<[[-0.0868455097, 0.303126365, 0.305943221], [1.41031766, -0.018964693, 2.09932494], [-0.882021248,
      0.694050193, -1.00182676], [1.817101, -0.330565453, -0.0581892729], [0.924236893, 1.2553407, -1.11187685], [-0.346158981,
      -1.39492333, 0.137305155], [-0.101372533, -0.348934025, -0.684461355], [-0.385906458, -0.74639535, 0.528961837]]> : tensor<8x3xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %3 : tensor<4x3xf32> as ["str"]
  %4 = cjax.constant dense<[[1.51595008, -1.93072414, -0.11596752], [-0.418171763, 0.492368579, -9.517670e-01], [-0.146435827,
      -1.03959215, 0.696697831], [0.0992746278, -0.161474571, 0.370187938]]> : tensor<4x3xf32>
  %5 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %6 = cjax.constant dense<[[-0.246483311, -1.55382097, 0.595730424], [0.288270175, -0.154079601, 0.984924912], [1.21849561, -1.09228265,
      -0.781076073], [1.54728508, 1.41885185, -0.738393127], [-1.18071008, -0.637567579, -0.498116404], [-1.58406579, 0.031167252,
      -1.2801789], [-1.21038961, 0.916106402, -0.683189273], [-0.0714711844, 0.629096329, 0.813224077]]> : tensor<8x3xf32>
  %7 = call @f1(%4, %5, %6) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x3xf32> as ["str"]
  %8 = cjax.constant dense<[[-0.337020129, 0.0441174805, -8.254060e-01, 1.74737966], [0.649949789, -1.10323977, 0.00405796897,
      0.7135517], [0.479410976, 1.82917011, 1.3723191, -0.539306462]]> : tensor<3x4xf32>
  %9 = cjax.constant dense<[2, -3, 1]> : tensor<3xi32>
  %10 = cjax.constant dense<[[0.249452978, 0.151021063, 2.70348287], [0.0975751057, -2.09325242, -0.672086477], [0.112349212, -1.2560153,
      -0.867207705]]> : tensor<3x3xf32>
  %11 = call @f2(%8, %9, %10) : (tensor<3x4xf32>, tensor<3xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[4, 8, 3, 5], [7, 5, 0, 8], [7, 2, 8, 8]]> : tensor<3x4xi32>
  %13 = cjax.constant dense<[1, 1, 1, 0, 0, 0]> : tensor<6xi32>
  %14 = cjax.constant dense<[0, 3, 1, 0, 3, 2]> : tensor<6xi32>
  %15 = call @f3(%12, %13, %14) : (tensor<3x4xi32>, tensor<6xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  cjax.print ["", "\0A"] with %15 : tensor<3x4xi32> as ["str"]
  return
}
