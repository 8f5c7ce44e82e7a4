// RUN: cjax-opt --expand-transforms --interpret %s | FileCheck %s
// RUN: cjax-opt --pipeline --interpret %s | FileCheck %s
// Transformations of transformations, innermost first: d3/dx3 of x^4 at 2, over a batch, is 24 x.

func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.integer_pow %x {y = 4 : i64} : tensor<f32>
  return %0 : tensor<f32>
}
func.func private @d1(%x: tensor<f32>) -> tensor<f32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %0:2 = cjax.vjp @f(%x, %one) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}
func.func private @d2(%x: tensor<f32>) -> tensor<f32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %0:2 = cjax.jvp @d1(%x, %one) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}
func.func private @d3(%x: tensor<f32>) -> tensor<f32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %0:2 = cjax.vjp @d2(%x, %one) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}
// CHECK: [24. 48. 72.]
func.func @main() {
  %x = cjax.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %0 = cjax.vmap @d3(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %0 : tensor<3xf32> as ["str"]
  return
}
