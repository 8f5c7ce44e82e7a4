// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of a jitted function called several times, against the values of jax 0.10.2.

func.func private @g(%v0: tensor<3xf32>, %v1: tensor<3xf32>) -> (tensor<3xf32>) {
  %v2 = cjax.mul %v0, %v1 : tensor<3xf32>
  %v3 = cjax.sin %v2 : tensor<3xf32>
  return %v3 : tensor<3xf32>
}

func.func private @g_3(%v0: tensor<3xf32>, %v1: tensor<3xf32>) -> (tensor<3xf32>) {
  %v2 = cjax.mul %v0, %v1 : tensor<3xf32>
  %v3 = cjax.sin %v2 : tensor<3xf32>
  return %v3 : tensor<3xf32>
}

func.func private @g_4(%v0: tensor<3xf32>, %v1: tensor<3xf32>) -> (tensor<3xf32>) {
  %v2 = cjax.mul %v0, %v1 : tensor<3xf32>
  %v3 = cjax.sin %v2 : tensor<3xf32>
  return %v3 : tensor<3xf32>
}

func.func private @f(%v0: tensor<3xf32>, %v1: tensor<3xf32>) -> (tensor<f32>) {
  %v2 = func.call @g(%v0, %v1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  %v3 = func.call @g_3(%v2, %v1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  %v4 = cjax.constant dense<2.0> : tensor<f32>
  %v5 = cjax.broadcast_in_dim %v4 dims [] : tensor<f32> -> tensor<3xf32>
  %v6 = cjax.mul %v5, %v1 : tensor<3xf32>
  %v7 = func.call @g_4(%v0, %v6) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  %v8 = cjax.mul %v3, %v7 : tensor<3xf32>
  %v9 = cjax.reduce_sum %v8 over [0] : tensor<3xf32> -> tensor<f32>
  return %v9 : tensor<f32>
}

func.func private @w0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:3 = cjax.vjp @f(%a0, %a1, %v0) wrt [0, 1] : (tensor<3xf32>, tensor<3xf32>, tensor<f32>) -> (tensor<f32>, tensor<3xf32>, tensor<3xf32>)
  return %r#1, %r#2 : tensor<3xf32>, tensor<3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %v1 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %out:2 = call @w0(%v0, %v1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  %v2 = cjax.constant dense<[2.614220284e-05, 0.22344815731048584, -0.25755128264427185]> : tensor<3xf32>
  %v3 = cjax.constant dense<[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]> : tensor<3xf32>
  %d0 = cjax.sub %out#0, %v2 : tensor<3xf32>
  %e0 = cjax.abs %d0 : tensor<3xf32>
  %l0 = cjax.le %e0, %v3 : tensor<3xf32> -> tensor<3xi1>
  %ok0 = cjax.reduce_and %l0 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v4 = cjax.constant dense<[3.921337702e-05, 0.3411107063293457, 0.2578299939632416]> : tensor<3xf32>
  %v5 = cjax.constant dense<[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]> : tensor<3xf32>
  %d1 = cjax.sub %out#1, %v4 : tensor<3xf32>
  %e1 = cjax.abs %d1 : tensor<3xf32>
  %l1 = cjax.le %e1, %v5 : tensor<3xf32> -> tensor<3xi1>
  %ok1 = cjax.reduce_and %l1 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
