// custom_jvp_call -- a function whose tangent is what a rule of the program says: three times its own.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @sin(%x: tensor<f32>) -> tensor<f32> {
  %y = cjax.sin %x : tensor<f32>
  return %y : tensor<f32>
}
func.func private @rule(%x: tensor<f32>, %dx: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %three = cjax.constant dense<3.0> : tensor<f32>
  %y = cjax.sin %x : tensor<f32>
  %dy = cjax.mul %dx, %three : tensor<f32>
  return %y, %dy : tensor<f32>, tensor<f32>
}
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: cjax.custom_jvp_call @sin(%{{.*}}) jvp @rule [1, 0, 0] : (tensor<f32>) -> tensor<f32>
  %y = cjax.custom_jvp_call @sin(%x) jvp @rule [1, 0, 0] : (tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<f32>
  %y = func.call @f(%x) : (tensor<f32>) -> tensor<f32>
  %j:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %p:2 = cjax.vjp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %b = cjax.constant dense<[0.0, 1.0]> : tensor<2xf32>
  %m = cjax.vmap @f(%b) in [0] out [0] size 2 : (tensor<2xf32>) -> tensor<2xf32>
  cjax.print ["", " ", " ", " ", "\0A"] with %y, %j#1, %p#1, %m : tensor<f32>, tensor<f32>, tensor<f32>, tensor<2xf32> as ["str", "str", "str", "str"]
  // EXEC: 0.84147096 3.0 3.0 (0.         0.84147096)
  return
}
