// RUN: not cjax-opt --expand-transforms %s 2>&1 | FileCheck %s
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: error: {{.*}}TypeError: can't apply forward-mode autodiff (jvp) to a custom_vjp function.
  %y = cjax.custom_vjp_call @g(%x) fwd @g bwd @g [1, 0, 0, 0] : (tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}
func.func private @g(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @main(%x: tensor<f32>) -> tensor<f32> {
  %j:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %j#1 : tensor<f32>
}
