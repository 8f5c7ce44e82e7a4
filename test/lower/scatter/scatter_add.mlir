// scatter_add.mlir -- modes; rows, columns, points; equal indices.
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
  %8 = cjax.scatter_add %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "fill", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_add %arg0, %7, %arg2 {inserted_window_dims = array<i64: 0>, mode = "clip", operand_batching_dims = array<i64>,
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
  %8 = cjax.scatter_add %arg0, %7, %arg2 {inserted_window_dims = array<i64: 1>, mode = "fill", operand_batching_dims = array<i64>,
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
  %19 = cjax.scatter_add %arg0, %16, %18 {inserted_window_dims = array<i64: 0, 1>, mode = "fill", operand_batching_dims = array<i64>,
      scatter_dims_to_operand_dims = array<i64: 0, 1>, scatter_indices_batching_dims = array<i64>,
      update_window_dims = array<i64>} : (tensor<3x4xi32>, tensor<6x2xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  return %19 : tensor<3x4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-1.06631172, 0.677855372, -0.0746339336], [-1.53643382, 1.84459269, -0.860621631], [0.247315958,
      0.199890345, 1.41132712], [-0.455668837, 1.00808966, -0.741889536]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = cjax.constant dense<[[1.12212884, -0.762984633, -0.362209111], [1.89596653, 0.316971391, 0.109758973], [2.24204922, 0.361356676,
      -0.816137314], [7.346280e-01, -1.18168092, 1.12831652], [1.2059778, -0.572959185, -0.627901852], [0.176504269, 0.0141551513,
      -0.977687597], [0.568087876, -2.0418756, -0.432859451], [-0.403940976, -0.273265541, 0.307223916]]> : tensor<8x3xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %3 : tensor<4x3xf32> as ["str"]
  %4 = cjax.constant dense<[[-1.22802246, 0.588515103, -0.180154011], [-0.650216103, -1.36682618, -1.18310928], [0.36032477,
      -0.963849127, 0.0641986951], [1.06198299, 1.0326426, 1.56039691]]> : tensor<4x3xf32>
  %5 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %6 = cjax.constant dense<[[-0.296293318, -1.08514905, 1.02052546], [0.30960384, 1.1239506, 0.0110560711], [1.19564605, 0.846387445,
      0.716420889], [0.503522873, 3.976990e-01, 0.233035803], [0.225906238, 0.990194618, -0.511979699], [1.73568511, -0.106242545,
      0.985382199], [-0.0902411863, -2.466660e-01, 2.03224158], [-0.309344798, -1.27721679, -0.714082181]]> : tensor<8x3xf32>
  %7 = call @f1(%4, %5, %6) : (tensor<4x3xf32>, tensor<8xi32>, tensor<8x3xf32>) -> tensor<4x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<4x3xf32> as ["str"]
  %8 = cjax.constant dense<[[-0.31722796, 2.1551919, 0.206755936, 0.934713423], [-1.00159991, 0.352608293, 0.671478331, 1.80162692],
      [-0.696270465, 0.603489459, 0.302583903, -1.02171469]]> : tensor<3x4xf32>
  %9 = cjax.constant dense<[-1, 0, 2]> : tensor<3xi32>
  %10 = cjax.constant dense<[[-0.263474911, -2.32536554, 0.598669112], [0.540243447, -0.438934803, -1.33856189], [1.47988081,
      0.265999287, 1.01670134]]> : tensor<3x3xf32>
  %11 = call @f2(%8, %9, %10) : (tensor<3x4xf32>, tensor<3xi32>, tensor<3x3xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[0, 2, 1, 2], [6, 4, 1, 5], [5, 7, 2, 7]]> : tensor<3x4xi32>
  %13 = cjax.constant dense<[1, 0, 0, 2, 2, 1]> : tensor<6xi32>
  %14 = cjax.constant dense<[1, 1, 2, 3, 1, 3]> : tensor<6xi32>
  %15 = call @f3(%12, %13, %14) : (tensor<3x4xi32>, tensor<6xi32>, tensor<6xi32>) -> tensor<3x4xi32>
  cjax.print ["", "\0A"] with %15 : tensor<3x4xi32> as ["str"]
  return
}
