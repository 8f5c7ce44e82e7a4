// The derivative of all vectors of a matrix that is not square: refused.
func.func private @f(%x: tensor<3x2xf32>) -> (tensor<2xf32>, tensor<3x3xf32>, tensor<2x2xf32>) {
  %r:3 = cjax.svd %x {compute_uv, full_matrices} : (tensor<3x2xf32>) -> (tensor<2xf32>, tensor<3x3xf32>, tensor<2x2xf32>)
  return %r#0, %r#1, %r#2 : tensor<2xf32>, tensor<3x3xf32>, tensor<2x2xf32>
}
func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<3x2xf32>
  %j:6 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<3x2xf32>, tensor<3x2xf32>) -> (tensor<2xf32>, tensor<3x3xf32>, tensor<2x2xf32>, tensor<2xf32>, tensor<3x3xf32>, tensor<2x2xf32>)
  return
}
