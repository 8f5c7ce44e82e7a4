// scatter_min.mlir -- modes; rows, columns, points; equal indices.
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
  %8 = cjax.scatter_min %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "fill", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_min %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "clip", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_min %arg0, %7, %arg2 {inserted_window_dims = array<i64: 1>, mode = "fill", operand_batching_dims = array<i64>,
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
  %19 = cjax.scatter_min %arg0, %16, %18 {inserted_window_dims = array<i64: 0, 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0, 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64>} : (tensor<3x4xi32>, tensor<6x2xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  return %19 : tensor<3x4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.743058443, 0.286918968, 0.992136359], [-0.557434559, 0.234576404, -1.56834579], [0.763626635, 0.153176248,
      -0.415574163], [1.16154242, 0.691526175, -2.81639433]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = cjax.constant dense<[[0.0398832485, -1.455024, 1.06665993], [2.48907471, -0.518533528, 0.0745791494], [-0.251033574, 0.350813121,
      6.445490e-01], [1.28719389, -0.987421333, 1.57163477], [-0.931513845, 0.277088702, 1.15857661], [0.713198721, -0.938574969,
      -0.701923609], [-0.462330908, -0.05116928, 1.14695323], [-1.29181147, 0.466701508, 0.609972417]]> : tensor<8x3xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %3 : tensor<4x3xf32> as ["str"]
  %4 = cjax.constant dense<[[0.558288693, 0.466306329, 1.51831818], [0.487808347, 0.856959223, 0.563546479], [1.79311287, -1.89980471,
      1.28210855], [-0.261030763, -0.280716866, -0.969476759]]> : tensor<4x3xf32>
  %5 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %6 = cjax.constant dense<[[-1.8686955, -0.381894857, -0.687293291], [0.494173974, -1.4722625, 1.43161321], [0.271933854, -0.247902691,
      -0.709423363], [-0.787207067, -1.13008714, -0.544360697], [0.00605041487, -0.177363455, -1.41448784], [-0.265828252, -0.893182933,
      0.159882188], [1.86465192, 0.625022709, -0.313119948], [-1.62488317, -1.41472435, -1.68672335]]> : tensor<8x3xf32>
  %7 = call @f1(%4, %5, %6) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x3xf32> as ["str"]
  %8 = cjax.constant dense<[[0.72596848, -0.765069365, 0.0626002625, -0.622014165], [0.0911965444, 1.40167713, -0.684945941,
      -0.340955347], [-0.806343913, 0.8745749, -1.02571714, -1.13298321]]> : tensor<3x4xf32>
  %9 = cjax.constant dense<[-3, 2, 1]> : tensor<3xi32>
  %10 = cjax.constant dense<[[0.470894337, 2.56912494, -0.995376288], [0.951545834, 0.251107037, -1.10202253], [-0.276699543,
      -0.232916683, -0.690701901]]> : tensor<3x3xf32>
  %11 = call @f2(%8, %9, %10) : (tensor<3x4xf32>, tensor<3xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[4, 0, 8, 3], [0, 0, 4, 4], [0, 7, 1, 3]]> : tensor<3x4xi32>
  %13 = cjax.constant dense<[2, 1, 0, 2, 1, 2]> : tensor<6xi32>
  %14 = cjax.constant dense<[0, 2, 3, 0, 0, 1]> : tensor<6xi32>
  %15 = call @f3(%12, %13, %14) : (tensor<3x4xi32>, tensor<6xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  cjax.print ["", "\0A"] with %15 : tensor<3x4xi32> as ["str"]
  return
}
