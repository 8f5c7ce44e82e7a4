// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of dynamic_slice and dynamic_update_slice, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<4x3xf32>, %v1: tensor<i32>, %v2: tensor<2x2xf32>) -> (tensor<f32>) {
  %v3 = cjax.constant dense<0> : tensor<i32>
  %v4 = cjax.lt %v1, %v3 : tensor<i32> -> tensor<i1>
  %v5 = cjax.constant dense<4> : tensor<i32>
  %v6 = cjax.add %v1, %v5 : tensor<i32>
  %v7 = cjax.select_n %v4, %v1, %v6 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %v8 = cjax.constant dense<0> : tensor<i32>
  %v9 = cjax.dynamic_slice %v0[%v7, %v8] sizes [2, 2] : (tensor<4x3xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
  %v10 = cjax.integer_pow %v9 {y = 2 : i64} : tensor<2x2xf32>
  %v11 = cjax.reduce_sum %v10 over [0, 1] : tensor<2x2xf32> -> tensor<f32>
  %v12 = cjax.constant dense<0> : tensor<i32>
  %v13 = cjax.lt %v1, %v12 : tensor<i32> -> tensor<i1>
  %v14 = cjax.constant dense<3> : tensor<i32>
  %v15 = cjax.add %v1, %v14 : tensor<i32>
  %v16 = cjax.select_n %v13, %v1, %v15 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %v17 = cjax.constant dense<0> : tensor<i32>
  %v18 = cjax.dynamic_update_slice %v0, %v2[%v17, %v16] : (tensor<4x3xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<4x3xf32>
  %v19 = cjax.integer_pow %v18 {y = 3 : i64} : tensor<4x3xf32>
  %v20 = cjax.reduce_sum %v19 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v21 = cjax.add %v11, %v20 : tensor<f32>
  return %v21 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>, %a1: tensor<i32>, %a2: tensor<2x2xf32>) -> (tensor<4x3xf32>, tensor<2x2xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:3 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 2] : (tensor<4x3xf32>, tensor<i32>, tensor<2x2xf32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>, tensor<2x2xf32>)
  return %r#1, %r#2 : tensor<4x3xf32>, tensor<2x2xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %v1 = cjax.constant dense<2> : tensor<i32>
  %v2 = cjax.constant dense<[[-0.31178367137908936, 0.72900390625], [0.21782079339027405, -0.8990917801856995]]> : tensor<2x2xf32>
  %out:2 = call @w0(%v0, %v1, %v2) : (tensor<4x3xf32>, tensor<i32>, tensor<2x2xf32>) -> (tensor<4x3xf32>, tensor<2x2xf32>)
  %v3 = cjax.constant dense<[[3.686680429e-06, 0.0, 0.0], [0.0004978962824679911, 0.0, 0.0], [3.8722190856933594, -0.25887805223464966, 0.17378142476081848], [-0.03638720512390137, 2.4848546981811523, 9.084024429321289]]> : tensor<4x3xf32>
  %v4 = cjax.constant dense<[[0.001816804870031774, 0.001816804870031774, 0.001816804870031774], [0.001816804870031774, 0.001816804870031774, 0.001816804870031774], [0.001816804870031774, 0.001816804870031774, 0.001816804870031774], [0.001816804870031774, 0.001816804870031774, 0.001816804870031774]]> : tensor<4x3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<4x3xf32>
  %e0 = cjax.abs %d0 : tensor<4x3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[0.2916271686553955, 1.5943400859832764], [0.14233769476413727, 2.425097942352295]]> : tensor<2x2xf32>
  %v6 = cjax.constant dense<[[0.00048501958372071385, 0.00048501958372071385], [0.00048501958372071385, 0.00048501958372071385]]> : tensor<2x2xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<2x2xf32>
  %e1 = cjax.abs %d1 : tensor<2x2xf32>
  %l1 = cjax.le %e1, %v6 : tensor<2x2xf32> -> tensor<2x2xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<2x2xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
