// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of x.at[i].max, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<4x3xf32>, %v1: tensor<3xi32>, %v2: tensor<3x3xf32>) -> (tensor<f32>) {
  %v3 = cjax.constant dense<0> : tensor<i32>
  %v4 = cjax.broadcast_in_dim %v3 dims [] : tensor<i32> -> tensor<3xi32>
  %v5 = cjax.lt %v1, %v4 : tensor<3xi32> -> tensor<3xi1>
  %v6 = cjax.constant dense<4> : tensor<i32>
  %v7 = cjax.broadcast_in_dim %v6 dims [] : tensor<i32> -> tensor<3xi32>
  %v8 = cjax.add %v1, %v7 : tensor<3xi32>
  %v9 = cjax.select_n %v5, %v1, %v8 : tensor<3xi1>, tensor<3xi32>, tensor<3xi32> -> tensor<3xi32>
  %v10 = cjax.broadcast_in_dim %v9 dims [0] : tensor<3xi32> -> tensor<3x1xi32>
  %v11 = cjax.scatter_max %v0, %v10, %v2 {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<4x3xf32>, tensor<3x1xi32>, tensor<3x3xf32>) -> tensor<4x3xf32>
  %v12 = cjax.integer_pow %v11 {y = 2 : i64} : tensor<4x3xf32>
  %v13 = cjax.reduce_sum %v12 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  return %v13 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>, %a1: tensor<3xi32>, %a2: tensor<3x3xf32>) -> (tensor<4x3xf32>, tensor<3x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:3 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 2] : (tensor<4x3xf32>, tensor<3xi32>, tensor<3x3xf32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>, tensor<3x3xf32>)
  return %r#1, %r#2 : tensor<4x3xf32>, tensor<3x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %v1 = cjax.constant dense<[0, 2, 2]> : tensor<3xi32>
  %v2 = cjax.constant dense<[[0.09120471775531769, 1.0912827253341675, -1.9469703435897827], [-1.3863495588302612, -2.2964916229248047, 2.409834384918213], [1.7278361320495605, 2.2045562267303467, 0.7948276400566101]]> : tensor<3x3xf32>
  %out:2 = call @w0(%v0, %v1, %v2) : (tensor<4x3xf32>, tensor<3xi32>, tensor<3x3xf32>) -> (tensor<4x3xf32>, tensor<3x3xf32>)
  %v3 = cjax.constant dense<[[0.0, 0.0, -2.23213267326355], [-0.025765514001250267, -0.7567229270935059, -0.9622707366943359], [0.0, 0.0, 0.0], [-1.2958948612213135, 1.2717821598052979, 3.4802346229553223]]> : tensor<4x3xf32>
  %v4 = cjax.constant dense<[[0.0006960469181649387, 0.0006960469181649387, 0.0006960469181649387], [0.0006960469181649387, 0.0006960469181649387, 0.0006960469181649387], [0.0006960469181649387, 0.0006960469181649387, 0.0006960469181649387], [0.0006960469181649387, 0.0006960469181649387, 0.0006960469181649387]]> : tensor<4x3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<4x3xf32>
  %e0 = cjax.abs %d0 : tensor<4x3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[0.18240943551063538, 2.182565450668335, -0.0], [0.0, 0.0, 4.819668769836426], [3.455672264099121, 4.409112453460693, 0.0]]> : tensor<3x3xf32>
  %v6 = cjax.constant dense<[[0.0009639337658882141, 0.0009639337658882141, 0.0009639337658882141], [0.0009639337658882141, 0.0009639337658882141, 0.0009639337658882141], [0.0009639337658882141, 0.0009639337658882141, 0.0009639337658882141]]> : tensor<3x3xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<3x3xf32>
  %e1 = cjax.abs %d1 : tensor<3x3xf32>
  %l1 = cjax.le %e1, %v6 : tensor<3x3xf32> -> tensor<3x3xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<3x3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
