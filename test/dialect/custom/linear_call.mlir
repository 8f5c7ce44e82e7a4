// linear_call -- multiplication by a residual, whose transpose says that it multiplies by ten times as much.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @mul(%r: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  %y = cjax.mul %r, %x : tensor<f32>
  return %y : tensor<f32>
}
func.func private @back(%r: tensor<f32>, %ct: tensor<f32>) -> tensor<f32> {
  %ten = cjax.constant dense<10.0> : tensor<f32>
  %0 = cjax.mul %r, %ct : tensor<f32>
  %1 = cjax.mul %0, %ten : tensor<f32>
  return %1 : tensor<f32>
}
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %r = cjax.constant dense<3.0> : tensor<f32>
  // CHECK: cjax.linear_call @mul(%{{.*}}, %{{.*}}) transpose @back [1, 1, 0, 0]
  %y = cjax.linear_call @mul(%r, %x) transpose @back [1, 1, 0, 0] : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<f32>
  %j:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %p:2 = cjax.vjp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %b = cjax.constant dense<[0.0, 1.0]> : tensor<2xf32>
  %m = cjax.vmap @f(%b) in [0] out [0] size 2 : (tensor<2xf32>) -> tensor<2xf32>
  cjax.print ["", " ", " ", "\0A"] with %j#1, %p#1, %m : tensor<f32>, tensor<f32>, tensor<2xf32> as ["str", "str", "str"]
  // EXEC: 3.0 30.0 (0. 3.)
  return
}
