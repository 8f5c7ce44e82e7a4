// gather.mlir -- rows, by every mode.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<4x3xf32>, %arg1: tensor<8xi32>) -> tensor<8x3xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, fill_value = 0x7FF8000000000000 : f64, mode = "fill",
      offset_dims = array<i64: 1>, operand_batching_dims = array<i64>, slice_sizes = array<i64: 1, 3>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<4x3xf32>, tensor<8x1xi32>) -> tensor<8x3xf32>
  return %8 : tensor<8x3xf32>
}
func.func private @f1(%arg0: tensor<4x3xf32>, %arg1: tensor<8xi32>) -> tensor<8x3xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, mode = "clip", offset_dims = array<i64: 1>,
      operand_batching_dims = array<i64>, slice_sizes = array<i64: 1, 3>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<4x3xf32>, tensor<8x1xi32>) -> tensor<8x3xf32>
  return %8 : tensor<8x3xf32>
}
func.func private @f2(%arg0: tensor<4x3xf32>, %arg1: tensor<8xi32>) -> tensor<8x3xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<i32> -> tensor<8xi32>
  %2 = cjax.lt %arg1, %1 : tensor<8xi32> -> tensor<8xi1>
  %3 = cjax.constant dense<4> : tensor<i32>
  %4 = cjax.broadcast_in_dim %3 dims [] : tensor<i32> -> tensor<8xi32>
  %5 = cjax.add %arg1, %4 : tensor<8xi32>
  %6 = cjax.select_n %2, %arg1, %5 : tensor<8xi1>, tensor<8xi32>, tensor<8xi32> -> tensor<8xi32>
  %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<8xi32> -> tensor<8x1xi32>
  %8 = cjax.gather %arg0, %7 {collapsed_slice_dims = array<i64: 0>, mode = "promise_in_bounds", offset_dims = array<i64: 1>,
      operand_batching_dims = array<i64>, slice_sizes = array<i64: 1, 3>, start_index_map = array<i64: 0>,
      start_indices_batching_dims = array<i64>} : (tensor<4x3xf32>, tensor<8x1xi32>) -> tensor<8x3xf32>
  return %8 : tensor<8x3xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-1.33844316, 0.821399569, -0.492768794], [0.385483921, 1.25259256, 0.667912483], [0.0211896542, 2.18798184,
      0.68649882], [-0.364460349, 0.752696753, 0.419346482]]> : tensor<4x3xf32>
  %1 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %2 = call @f0(%0, %1) : (tensor<4x3xf32>, tensor<8xi32>) -> tensor<8x3xf32>
  cjax.print ["", "\0A"] with %2 : tensor<8x3xf32> as ["str"]
  %3 = cjax.constant dense<[[-0.879985988, 7.501520e-02, -0.169624195], [-2.02155232, -0.177251458, -0.291055351], [-0.450639337,
      -1.69109678, -3.646500e-01], [-0.0408020914, 0.104795538, -1.16735959]]> : tensor<4x3xf32>
  %4 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %5 = call @f1(%3, %4) : (tensor<4x3xf32>, tensor<8xi32>) -> tensor<8x3xf32>
  cjax.print ["", "\0A"] with %5 : tensor<8x3xf32> as ["str"]
  %6 = cjax.constant dense<[[0.650226652, -1.24967134, -0.230041221], [1.34165871, -0.711757302, -0.525001705], [1.10335302,
      -0.394713491, -0.305256397], [0.227358684, 1.07841909, -2.26462603]]> : tensor<4x3xf32>
  %7 = cjax.constant dense<[-6, -1, -2, -3, -2, 3, -2, -4]> : tensor<8xi32>
  %8 = call @f2(%6, %7) : (tensor<4x3xf32>, tensor<8xi32>) -> tensor<8x3xf32>
  cjax.print ["", "\0A"] with %8 : tensor<8x3xf32> as ["str"]
  return
}
