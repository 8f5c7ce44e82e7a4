// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// JVP of VJP of cross entropy, against the values of jax 0.10.2.

func.func private @log_softmax(%v0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v1 = cjax.reduce_max %v0 over [1] : tensor<4x3xf32> -> tensor<4xf32>
  %v2 = cjax.constant dense<0xff800000> : tensor<f32>
  %v3 = cjax.broadcast_in_dim %v2 dims [] : tensor<f32> -> tensor<4xf32>
  %v4 = cjax.max %v3, %v1 : tensor<4xf32>
  %v5 = cjax.broadcast_in_dim %v4 dims [0] : tensor<4xf32> -> tensor<4x1xf32>
  %v6 = cjax.stop_gradient %v5 : tensor<4x1xf32>
  %v7 = cjax.reshape %v6 : tensor<4x1xf32> -> tensor<4xf32>
  %v8 = cjax.broadcast_in_dim %v7 dims [0] : tensor<4xf32> -> tensor<4x3xf32>
  %v9 = cjax.sub %v0, %v8 : tensor<4x3xf32>
  %v10 = cjax.exp %v9 : tensor<4x3xf32>
  %v11 = cjax.reduce_sum %v10 over [1] : tensor<4x3xf32> -> tensor<4xf32>
  %v12 = cjax.broadcast_in_dim %v11 dims [0] : tensor<4xf32> -> tensor<4x1xf32>
  %v13 = cjax.log %v12 : tensor<4x1xf32>
  %v14 = cjax.reshape %v13 : tensor<4x1xf32> -> tensor<4xf32>
  %v15 = cjax.broadcast_in_dim %v14 dims [0] : tensor<4xf32> -> tensor<4x3xf32>
  %v16 = cjax.sub %v9, %v15 : tensor<4x3xf32>
  return %v16 : tensor<4x3xf32>
}

func.func private @f(%v0: tensor<4x3xf32>, %v1: tensor<4x3xf32>) -> (tensor<f32>) {
  %v2 = func.call @log_softmax(%v0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v3 = cjax.mul %v2, %v1 : tensor<4x3xf32>
  %v4 = cjax.reduce_sum %v3 over [1] : tensor<4x3xf32> -> tensor<4xf32>
  %v5 = cjax.reduce_sum %v4 over [0] : tensor<4xf32> -> tensor<f32>
  %v6 = cjax.constant dense<4.0> : tensor<f32>
  %v7 = cjax.div %v5, %v6 : tensor<f32>
  %v8 = cjax.neg %v7 : tensor<f32>
  return %v8 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>, %a1: tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<4x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:3 = cjax.vjp @f(%a0, %a1, %v0) wrt [0, 1] : (tensor<4x3xf32>, tensor<4x3xf32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>, tensor<4x3xf32>)
  return %r#1, %r#2 : tensor<4x3xf32>, tensor<4x3xf32>
}

func.func private @w1(%a0: tensor<4x3xf32>, %a1: tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<4x3xf32>) {
  %v0 = cjax.constant dense<[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]> : tensor<4x3xf32>
  %v1 = cjax.constant dense<[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]> : tensor<4x3xf32>
  %r:4 = cjax.jvp @w0(%a0, %a1, %v0, %v1) wrt [0, 1] : (tensor<4x3xf32>, tensor<4x3xf32>, tensor<4x3xf32>, tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<4x3xf32>, tensor<4x3xf32>, tensor<4x3xf32>)
  return %r#2, %r#3 : tensor<4x3xf32>, tensor<4x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %v1 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<4x3xf32>
  %out:2 = call @w1(%v0, %v1) : (tensor<4x3xf32>, tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<4x3xf32>)
  %v2 = cjax.constant dense<[[0.11144959926605225, 0.020283132791519165, -0.13173264265060425], [0.07328149676322937, -0.02568647265434265, -0.04759494960308075], [-0.14831581711769104, 0.0338173508644104, 0.11449846625328064], [-0.2016218602657318, -0.07533203065395355, 0.27695387601852417]]> : tensor<4x3xf32>
  %v3 = cjax.constant dense<[[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]]> : tensor<4x3xf32>
  %d0 = cjax.sub %out#0, %v2 : tensor<4x3xf32>
  %e0 = cjax.abs %d0 : tensor<4x3xf32>
  %l0 = cjax.le %e0, %v3 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v4 = cjax.constant dense<[[-0.0, -0.0, -0.0], [-0.0, -0.0, -0.0], [-0.0, -0.0, -0.0], [-0.0, -0.0, -0.0]]> : tensor<4x3xf32>
  %v5 = cjax.constant dense<[[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]]> : tensor<4x3xf32>
  %d1 = cjax.sub %out#1, %v4 : tensor<4x3xf32>
  %e1 = cjax.abs %d1 : tensor<4x3xf32>
  %l1 = cjax.le %e1, %v5 : tensor<4x3xf32> -> tensor<4x3xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<4x3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
