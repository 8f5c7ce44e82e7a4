// slice_scalar.mlir -- windows of an array without dimensions have no starts: derivatives and batches of them.
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --match-full-lines

func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %r = cjax.dynamic_slice %x [] sizes [] : (tensor<f32>) -> tensor<f32>
  return %r : tensor<f32>
}
func.func private @g(%x: tensor<f32>, %y: tensor<f32>) -> tensor<f32> {
  %r = cjax.dynamic_update_slice %x, %y [] : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %r : tensor<f32>
}

func.func @main() {
  %x = cjax.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %c = cjax.constant dense<0.5> : tensor<f32>
  %m = cjax.vmap @f(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %m : tensor<3xf32> as ["str"]
  // CHECK: (1. 2. 3.)
  %u = cjax.vmap @g(%c, %x) in [-1, 0] out [0] size 3 : (tensor<f32>, tensor<3xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %u : tensor<3xf32> as ["str"]
  // CHECK-NEXT: (1. 2. 3.)
  %p:2 = cjax.vjp @f(%c, %c) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<f32> as ["str"]
  // CHECK-NEXT: 0.5
  return
}
