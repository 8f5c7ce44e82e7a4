// gather_points.mlir -- columns, points, batches; values outside by type.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x4xf32>, %arg1: tensor<3x2xi32>) -> tensor<2x3x2xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<3x2xi32>
  %2 = cjax.lt %arg1, %1 : tensor<3x2xi32> -> tensor<3x2xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<3x2xi32>
  %5 = cjax.add %arg1, %4 : tensor<3x2xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<3x2xi1>, tensor<3x2xi32>, tensor<3x2xi32> -> tensor<3x2xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0, 1] : tensor<3x2xi32> -> tensor<3x2x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 1>, fill_value = 0x7FF8000000000000 : f64, mode = "fill",
      offset_dims = array<i64: 0>, operand_batching_dims = array<i64>, slice_sizes = array<i64: 2, 1>, start_index_map = array<i64: 1>,
      start_indices_batching_dims = array<i64>} : (tensor<2x4xf32>, tensor<3x2x1xi32>) -> tensor<2x3x2xf32>
  return %8 : tensor<2x3x2xf32>
}
func.func private @f1(%arg0: tensor<4x5xf32>, %arg1: tensor<6xi32>, %arg2: tensor<6xi32>) -> tensor<6xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<6xi32>
  %2 = cjax.lt %arg1, %1 : tensor<6xi32> -> tensor<6xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<6xi32>
  %5 = cjax.add %arg1, %4 : tensor<6xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<6xi1>, tensor<6xi32>, tensor<6xi32> -> tensor<6xi32>
  %7 = cjax.constant dense<0> : tensor<i32>
  %8 = cjax.broadcast_in_dim %7 dims [] : tensor<i32> -> tensor<6xi32>
  %9 = cjax.lt %arg2, %8 : tensor<6xi32> -> tensor<6xi1>
  %10 = cjax.constant dense<5> : tensor<i32>
  %11 = cjax.broadcast_in_dim %10 dims [] : tensor<i32> -> tensor<6xi32>
  %12 = cjax.add %arg2, %11 : tensor<6xi32>
  %13 = cjax.select_n %9, %arg2, %12 : tensor<6xi1>, tensor<6xi32>, tensor<6xi32> -> tensor<6xi32>
  %14 = cjax.broadcast_in_dim %6 dims [0] : tensor<6xi32> -> tensor<6x1xi32>
  %15 = cjax.broadcast_in_dim %13 dims [0] : tensor<6xi32> -> tensor<6x1xi32>
  %16 = cjax.concatenate %14, %15 dim 1 : (tensor<6x1xi32>, tensor<6x1xi32>) -> tensor<6x2xi32>
  %17 = cjax.gather %arg0, %16 {collapsed_slice_dims = array<i64: 0, 1>, mode = "promise_in_bounds", offset_dims = array<i64>,
      operand_batching_dims = array<i64>, slice_sizes = array<i64: 1, 1>, start_index_map = array<i64: 0, 1>,
      start_indices_batching_dims = array<i64>} : (tensor<4x5xf32>, tensor<6x2xi32>) -> tensor<6xf32>
  return %17 : tensor<6xf32>
}
func.func private @f2(%arg0: tensor<4x6xf32>, %arg1: tensor<4xi32>) -> tensor<4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<4xi32>
  %2 = cjax.lt %arg1, %1 : tensor<4xi32> -> tensor<4xi1>
  %3 = cjax.constant dense<6> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<4xi32>
  %5 = cjax.add %arg1, %4 : tensor<4xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<4xi32> -> tensor<4x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64>, mode = "clip", offset_dims = array<i64: 1>,
      operand_batching_dims = array<i64: 0>, slice_sizes = array<i64: 1, 1>, start_index_map = array<i64: 1>,
      start_indices_batching_dims = array<i64: 0>} : (tensor<4x6xf32>, tensor<4x1xi32>) -> tensor<4x1xf32>
  %9 = cjax.squeeze %8 dims [1] : tensor<4x1xf32> -> tensor<4xf32>
  return %9 : tensor<4xf32>
}
func.func private @f3(%arg0: tensor<5xi32>, %arg1: tensor<8xi32>) -> tensor<8xi32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<5> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, fill_value = -2147483648 : i64, mode = "fill",
      offset_dims = array<i64>, operand_batching_dims = array<i64>, slice_sizes = array<i64: 1>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<5xi32>, tensor<8x1xi32>) -> tensor<8xi32>
  return %8 : tensor<8xi32>
}
func.func private @f4(%arg0: tensor<5xui8>, %arg1: tensor<8xi32>) -> tensor<8xui8> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<5> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, fill_value = 255 : i64, mode = "fill", offset_dims = array<i64>,
      operand_batching_dims = array<i64>, slice_sizes = array<i64: 1>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<5xui8>, tensor<8x1xi32>) -> tensor<8xui8>
  return %8 : tensor<8xui8>
}
func.func private @f5(%arg0: tensor<5xi1>, %arg1: tensor<8xi32>) -> tensor<8xi1> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<5> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, fill_value = true, mode = "fill", offset_dims = array<i64>,
      operand_batching_dims = array<i64>, slice_sizes = array<i64: 1>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<5xi1>, tensor<8x1xi32>) -> tensor<8xi1>
  return %8 : tensor<8xi1>
}
func.func private @f6(%arg0: tensor<5xf32>, %arg1: tensor<8xi32>) -> tensor<8xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<5> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, fill_value = -3.500000e+00 : f64, mode = "fill",
      offset_dims = array<i64>, operand_batching_dims = array<i64>, slice_sizes = array<i64: 1>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<5xf32>, tensor<8x1xi32>) -> tensor<8xf32>
  return %8 : tensor<8xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.851171135, -1.03491342, -1.1144135, -0.877783477], [-0.861548304, 0.309216052, -0.912127673,
      0.125584275]]> : tensor<2x4xf32>
  %1 = cjax.constant dense<[[1, -3], [0, -2], [-3, -4]]> : tensor<3x2xi32>
  %2 = call @f0(%0, %1) : (tensor<2x4xf32>, tensor<3x2xi32>) -> tensor<2x3x2xf32>
  cjax.print ["", "\0A"] with %2 : tensor<2x3x2xf32> as ["str"]
  %3 = cjax.constant dense<[[1.67751908, 0.330053955, -0.652979433, -0.066520609, -9.379420e-01], [0.277136207, 0.88244915, -0.837944269,
      -0.213943839, 1.1372962], [-0.508485734, 0.192102507, -1.04613078, -0.836785793, -0.52346319], [2.176320e+00, -0.409050137,
      -0.529958665, -0.5631935, -0.165602356]]> : tensor<4x5xf32>
  %4 = cjax.constant dense<[1, 2, 2, 0, 0, 2]> : tensor<6xi32>
  %5 = cjax.constant dense<[1, 0, 2, 4, 3, 1]> : tensor<6xi32>
  %6 = call @f1(%3, %4, %5) : (tensor<4x5xf32>, tensor<6xi32>, tensor<6xi32>) -> tensor<6xf32>
  cjax.print ["", "\0A"] with %6 : tensor<6xf32> as ["str"]
  %7 = cjax.constant dense<[[0.605581522, -1.44359994, -0.127059445, -0.0689477399, -0.242957011, -2.15287852], [0.880624473,
      -0.387150317, -0.438071311, -0.255171448, -0.228079185, 0.407098413], [-1.27103221, -0.931042075, 0.290633291, 0.14558281,
      -0.376654804, -0.573912382], [-0.834424674, -0.0583551638, 1.18073249, -1.05805075, 1.52331805, 0.843981444]]> : tensor<4x6xf32>
  %8 = cjax.constant dense<[2, 1, 4, 4]> : tensor<4xi32>
  %9 = call @f2(%7, %8) : (tensor<4x6xf32>, tensor<4xi32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %9 : tensor<4xf32> as ["str"]
  %10 = cjax.constant dense<[4, 1, 4, 3, 4]> : tensor<5xi32>
  %11 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %12 = call @f3(%10, %11) : (tensor<5xi32>, tensor<8xi32>) -> tensor<8xi32>
  cjax.print ["", "\0A"] with %12 : tensor<8xi32> as ["str"]
  %13 = cjax.constant dense<[1, 4, 0, 3, 6]> : tensor<5xui8>
  %14 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %15 = call @f4(%13, %14) : (tensor<5xui8>, tensor<8xi32>) -> tensor<8xui8>
  cjax.print ["", "\0A"] with %15 : tensor<8xui8> as ["str"]
  %16 = cjax.constant dense<[false, false, false, true, false]> : tensor<5xi1>
  %17 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %18 = call @f5(%16, %17) : (tensor<5xi1>, tensor<8xi32>) -> tensor<8xi1>
  cjax.print ["", "\0A"] with %18 : tensor<8xi1> as ["str"]
  %19 = cjax.constant dense<[-2.13515401, 0.495349407, -1.41930056, -0.660850584, -0.412850469]> : tensor<5xf32>
  %20 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %21 = call @f6(%19, %20) : (tensor<5xf32>, tensor<8xi32>) -> tensor<8xf32>
  cjax.print ["", "\0A"] with %21 : tensor<8xf32> as ["str"]
  return
}
