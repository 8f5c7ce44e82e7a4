// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of indexing by an array with a repeated index, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<4x3xf32>, %v1: tensor<4xi32>) -> (tensor<f32>) {
  %v2 = cjax.constant dense<0> : tensor<i32>
  %v3 = cjax.broadcast_in_dim %v2 dims [] : tensor<i32> -> tensor<4xi32>
  %v4 = cjax.lt %v1, %v3 : tensor<4xi32> -> tensor<4xi1>
  %v5 = cjax.constant dense<4> : tensor<i32>
  %v6 = cjax.broadcast_in_dim %v5 dims [] : tensor<i32> -> tensor<4xi32>
  %v7 = cjax.add %v1, %v6 : tensor<4xi32>
  %v8 = cjax.select_n %v4, %v1, %v7 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32>
  %v9 = cjax.broadcast_in_dim %v8 dims [0] : tensor<4xi32> -> tensor<4x1xi32>
  %v10 = cjax.gather %v0, %v9 {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 3>, mode = "promise_in_bounds"} : (tensor<4x3xf32>, tensor<4x1xi32>) -> tensor<4x3xf32>
  %v11 = cjax.integer_pow %v10 {y = 2 : i64} : tensor<4x3xf32>
  %v12 = cjax.reduce_sum %v11 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v13 = cjax.slice %v0 from [1, 2] to [2, 3] by [1, 1] : tensor<4x3xf32> -> tensor<1x1xf32>
  %v14 = cjax.squeeze %v13 dims [0, 1] : tensor<1x1xf32> -> tensor<f32>
  %v15 = cjax.constant dense<3.0> : tensor<f32>
  %v16 = cjax.mul %v14, %v15 : tensor<f32>
  %v17 = cjax.add %v12, %v16 : tensor<f32>
  return %v17 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>, %a1: tensor<4xi32>) -> (tensor<4x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:2 = cjax.vjp @f(%a0, %a1, %v0) wrt [0] : (tensor<4x3xf32>, tensor<4xi32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>)
  return %r#1 : tensor<4x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %v1 = cjax.constant dense<[0, 2, 2, 3]> : tensor<4xi32>
  %out = call @w0(%v0, %v1) : (tensor<4x3xf32>, tensor<4xi32>) -> (tensor<4x3xf32>)
  %v2 = cjax.constant dense<[[0.002217109315097332, -0.5790881514549255, -2.23213267326355], [0.0, 0.0, 3.0], [-6.069324493408203, -1.963487982749939, -0.9627223014831543], [-1.2958948612213135, 1.2717821598052979, 3.4802346229553223]]> : tensor<4x3xf32>
  %v3 = cjax.constant dense<[[0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858]]> : tensor<4x3xf32>
  %d0 = cjax.sub %out, %v2 : tensor<4x3xf32>
  %e0 = cjax.abs %d0 : tensor<4x3xf32>
  %l0 = cjax.le %e0, %v3 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  return
}
