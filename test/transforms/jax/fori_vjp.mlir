// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of a fori_loop with known bounds, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<3xf32>, %v1: tensor<3xf32>) -> (tensor<f32>) {
  %v2 = cjax.constant dense<0> : tensor<i32>
  %v3:2 = cjax.scan %v2, %v0 carry 2 length 5  : (tensor<i32>, tensor<3xf32>) -> (tensor<i32>, tensor<3xf32>) do {
  ^bb0(%v4: tensor<i32>, %v5: tensor<3xf32>):
    %v6 = cjax.constant dense<1> : tensor<i32>
    %v7 = cjax.add %v4, %v6 : tensor<i32>
    %v8 = cjax.sin %v5 : tensor<3xf32>
    %v9 = cjax.mul %v8, %v1 : tensor<3xf32>
    %v10 = cjax.convert_element_type %v4 : tensor<i32> -> tensor<f32>
    %v11 = cjax.broadcast_in_dim %v10 dims [] : tensor<f32> -> tensor<3xf32>
    %v12 = cjax.add %v9, %v11 : tensor<3xf32>
    cjax.yield %v7, %v12 : tensor<i32>, tensor<3xf32>
  }
  %v13 = cjax.reduce_sum %v3#1 over [0] : tensor<3xf32> -> tensor<f32>
  return %v13 : tensor<f32>
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
  %v2 = cjax.constant dense<[8.064153434e-08, 0.008817590773105621, -0.02558938041329384]> : tensor<3xf32>
  %v3 = cjax.constant dense<[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]> : tensor<3xf32>
  %d0 = cjax.sub %out#0, %v2 : tensor<3xf32>
  %e0 = cjax.abs %d0 : tensor<3xf32>
  %l0 = cjax.le %e0, %v3 : tensor<3xf32> -> tensor<3xi1>
  %ok0 = cjax.reduce_and %l0 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v4 = cjax.constant dense<[0.05254785716533661, -0.3005176782608032, 1.2531765699386597]> : tensor<3xf32>
  %v5 = cjax.constant dense<[0.00025063531938940287, 0.00025063531938940287, 0.00025063531938940287]> : tensor<3xf32>
  %d1 = cjax.sub %out#1, %v4 : tensor<3xf32>
  %e1 = cjax.abs %d1 : tensor<3xf32>
  %l1 = cjax.le %e1, %v5 : tensor<3xf32> -> tensor<3xi1>
  %ok1 = cjax.reduce_and %l1 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
