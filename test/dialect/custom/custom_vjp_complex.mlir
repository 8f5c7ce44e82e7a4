// custom_vjp_complex.mlir -- a pull-back of a complex function, through the whole pipeline.
// RUN: cjax-opt --pipeline --interpret %s | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func private @f(%x: tensor<complex<f32>>) -> tensor<complex<f32>> {
  %y = cjax.sin %x : tensor<complex<f32>>
  return %y : tensor<complex<f32>>
}
func.func private @fwd(%x: tensor<complex<f32>>) -> (tensor<complex<f32>>, tensor<complex<f32>>) {
  %y = cjax.sin %x : tensor<complex<f32>>
  %r = cjax.cos %x : tensor<complex<f32>>
  return %y, %r : tensor<complex<f32>>, tensor<complex<f32>>
}
func.func private @bwd(%r: tensor<complex<f32>>, %ct: tensor<complex<f32>>) -> tensor<complex<f32>> {
  %y = cjax.mul %r, %ct : tensor<complex<f32>>
  return %y : tensor<complex<f32>>
}
func.func private @g(%x: tensor<complex<f32>>) -> tensor<complex<f32>> {
  %y = cjax.custom_vjp_call @f(%x) fwd @fwd bwd @bwd [1, 0, 0, 0] : (tensor<complex<f32>>) -> tensor<complex<f32>>
  return %y : tensor<complex<f32>>
}
func.func @main() {
  %x = cjax.constant dense<(1.0, 2.0)> : tensor<complex<f32>>
  %one = cjax.constant dense<(1.0, 0.0)> : tensor<complex<f32>>
  %r:2 = cjax.vjp @g(%x, %one) wrt [0]
    : (tensor<complex<f32>>, tensor<complex<f32>>) -> (tensor<complex<f32>>, tensor<complex<f32>>)
  // CHECK: (2.032723-3.051897{{[78]}}j)
  cjax.print ["", "\0A"] with %r#1 : tensor<complex<f32>> as ["str"]
  return
}
