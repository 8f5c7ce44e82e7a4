// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of cumulative ops, sort, max, against the values of jax 0.10.2.

func.func private @cumsum(%v0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v1 = cjax.cumsum %v0 along 0 : tensor<4x3xf32>
  return %v1 : tensor<4x3xf32>
}

func.func private @cumprod(%v0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v1 = cjax.cumprod %v0 along 1 : tensor<4x3xf32>
  return %v1 : tensor<4x3xf32>
}

func.func private @sort(%v0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v1:1 = cjax.sort %v0 along 0 keys 1 : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  return %v1#0 : tensor<4x3xf32>
}

func.func private @f(%v0: tensor<4x3xf32>) -> (tensor<f32>) {
  %v1 = func.call @cumsum(%v0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v2 = cjax.integer_pow %v1 {y = 2 : i64} : tensor<4x3xf32>
  %v3 = cjax.reduce_sum %v2 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v4 = func.call @cumprod(%v0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v5 = cjax.reduce_sum %v4 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v6 = cjax.add %v3, %v5 : tensor<f32>
  %v7 = cjax.reduce_max %v0 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v8 = func.call @sort(%v0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v9 = cjax.slice %v8 from [1, 0] to [2, 3] by [1, 1] : tensor<4x3xf32> -> tensor<1x3xf32>
  %v10 = cjax.squeeze %v9 dims [0] : tensor<1x3xf32> -> tensor<3xf32>
  %v11 = cjax.reduce_sum %v10 over [0] : tensor<3xf32> -> tensor<f32>
  %v12 = cjax.mul %v7, %v11 : tensor<f32>
  %v13 = cjax.add %v6, %v12 : tensor<f32>
  return %v13 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:2 = cjax.vjp @f(%a0, %v0) wrt [0] : (tensor<4x3xf32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>)
  return %r#1 : tensor<4x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %out = call @w0(%v0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v1 = cjax.constant dense<[[-6.400040626525879, -5.278356075286865, -9.298151969909668], [-6.632183074951172, -2.9657068252563477, -5.320705890655518], [-6.785045146942139, -4.515467166900635, -3.126479148864746], [0.12842798233032227, -2.821225166320801, -2.1149983406066895]]> : tensor<4x3xf32>
  %v2 = cjax.constant dense<[[0.001859630341641605, 0.001859630341641605, 0.001859630341641605], [0.001859630341641605, 0.001859630341641605, 0.001859630341641605], [0.001859630341641605, 0.001859630341641605, 0.001859630341641605], [0.001859630341641605, 0.001859630341641605, 0.001859630341641605]]> : tensor<4x3xf32>
  %d0 = cjax.sub %out, %v1 : tensor<4x3xf32>
  %e0 = cjax.abs %d0 : tensor<4x3xf32>
  %l0 = cjax.le %e0, %v2 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  return
}
