// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// vmap of VJP of indexing by an array with a repeated index, against the values of jax 0.10.2.

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

func.func private @w1(%a0: tensor<3x4x3xf32>, %a1: tensor<3x4xi32>) -> (tensor<3x4x3xf32>) {
  %r:1 = cjax.vmap @w0(%a0, %a1) in [0, 0] out [0] size 3 : (tensor<3x4x3xf32>, tensor<3x4xi32>) -> (tensor<3x4x3xf32>)
  return %r#0 : tensor<3x4x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]], [[0.0004434218571987003, -0.11581762880086899, -0.44642654061317444], [-0.005153102800250053, -0.15134458243846893, -0.19245414435863495], [-0.6069324612617493, -0.19634880125522614, -0.09627223014831543], [-0.2591789662837982, 0.2543564438819885, 0.6960469484329224]], [[-0.00022171092859935015, 0.057908814400434494, 0.22321327030658722], [0.0025765514001250267, 0.07567229121923447, 0.09622707217931747], [0.30346623063087463, 0.09817440062761307, 0.048136115074157715], [0.1295894831418991, -0.12717822194099426, -0.3480234742164612]]]> : tensor<3x4x3xf32>
  %v1 = cjax.constant dense<[[0, 2, 2, 3], [0, 2, 2, 3], [0, 2, 2, 3]]> : tensor<3x4xi32>
  %out = call @w1(%v0, %v1) : (tensor<3x4x3xf32>, tensor<3x4xi32>) -> (tensor<3x4x3xf32>)
  %v2 = cjax.constant dense<[[[0.002217109315097332, -0.5790881514549255, -2.23213267326355], [0.0, 0.0, 3.0], [-6.069324493408203, -1.963487982749939, -0.9627223014831543], [-1.2958948612213135, 1.2717821598052979, 3.4802346229553223]], [[0.0008868437143974006, -0.23163525760173798, -0.8928530812263489], [0.0, 0.0, 3.0], [-2.427729845046997, -0.7853952050209045, -0.3850889205932617], [-0.5183579325675964, 0.508712887763977, 1.3920938968658447]], [[-0.0004434218571987003, 0.11581762880086899, 0.44642654061317444], [0.0, 0.0, 3.0], [1.2138649225234985, 0.39269760251045227, 0.19254446029663086], [0.2591789662837982, -0.2543564438819885, -0.6960469484329224]]]> : tensor<3x4x3xf32>
  %v3 = cjax.constant dense<[[[0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858]], [[0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858]], [[0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858], [0.0012138648889958858, 0.0012138648889958858, 0.0012138648889958858]]]> : tensor<3x4x3xf32>
  %d0 = cjax.sub %out, %v2 : tensor<3x4x3xf32>
  %e0 = cjax.abs %d0 : tensor<3x4x3xf32>
  %l0 = cjax.le %e0, %v3 : tensor<3x4x3xf32> -> tensor<3x4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1, 2] : tensor<3x4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  return
}
