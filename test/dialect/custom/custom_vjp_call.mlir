// custom_vjp_call, custom_lin -- a product whose pull-back is given by two functions, five times too large in y.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines
// RUN: cjax-opt --expand-transforms %s | FileCheck %s --check-prefix=PULL

func.func private @mul(%x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  %z = cjax.mul %x, %y : tensor<f32>
  return %z : tensor<f32>
}
func.func private @fwd(%x: tensor<f32>, %y: tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<f32>) {
  %z = cjax.mul %x, %y : tensor<f32>
  return %z, %x, %y : tensor<f32>, tensor<f32>, tensor<f32>
}
func.func private @bwd(%x: tensor<f32>, %y: tensor<f32>, %ct: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %five = cjax.constant dense<5.0> : tensor<f32>
  %0 = cjax.mul %y, %ct : tensor<f32>
  %1 = cjax.mul %x, %ct : tensor<f32>
  %2 = cjax.mul %1, %five : tensor<f32>
  return %0, %2 : tensor<f32>, tensor<f32>
}
func.func private @f(%x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  // CHECK: cjax.custom_vjp_call @mul(%{{.*}}, %{{.*}}) fwd @fwd bwd @bwd [2, 0, 0, 0]
  %z = cjax.custom_vjp_call @mul(%x, %y) fwd @fwd bwd @bwd [2, 0, 0, 0] : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %z : tensor<f32>
}
// Between linearize and transpose stands a linear op whose transpose is the call of @bwd.
// PULL: func.func private @f.fwd
// PULL:   call @fwd
// PULL: func.func private @f.lin(%[[R:.*]]: tensor<f32>, %[[S:.*]]: tensor<f32>, %[[DX:.*]]: tensor<f32>, %[[DY:.*]]: tensor<f32>)
// PULL:   cjax.custom_lin @bwd(%[[R]], %[[S]], %[[DX]], %[[DY]]) [2, 0]
// PULL: func.func private @f.pull
// PULL:   call @bwd

func.func @main() {
  %x = cjax.constant dense<2.0> : tensor<f32>
  %y = cjax.constant dense<3.0> : tensor<f32>
  %one = cjax.constant dense<1.0> : tensor<f32>
  %p:3 = cjax.vjp @f(%x, %y, %one) wrt [0, 1] : (tensor<f32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<f32>)
  cjax.print ["", " ", " ", "\0A"] with %p#0, %p#1, %p#2 : tensor<f32>, tensor<f32>, tensor<f32> as ["str", "str", "str"]
  // EXEC: 6.0 3.0 10.0
  // An argument that is not mapped receives the sum.
  %b = cjax.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %q:3 = cjax.vjp @mapped(%b, %y, %b) wrt [0, 1] : (tensor<2xf32>, tensor<f32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<f32>)
  cjax.print ["", " ", "\0A"] with %q#1, %q#2 : tensor<2xf32>, tensor<f32> as ["str", "str"]
  // EXEC-NEXT: (3. 6.) 25.0
  return
}
func.func private @mapped(%x: tensor<2xf32>, %y: tensor<f32>) -> tensor<2xf32> {
  %z = cjax.vmap @f(%x, %y) in [0, -1] out [0] size 2 : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
  return %z : tensor<2xf32>
}
