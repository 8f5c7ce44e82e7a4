// RUN: cjax-opt --expand-transforms --interpret %s | FileCheck %s
// A batched index of a single branch chooses nothing: the lanes are that branch's.

func.func private @f(%i: tensor<i32>, %x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.case %i : (tensor<i32>) -> tensor<f32> {
    %1 = cjax.mul %x, %x : tensor<f32>
    cjax.yield %1 : tensor<f32>
  }
  return %0 : tensor<f32>
}
func.func @main() {
  %i = cjax.constant dense<[0, 1, -1]> : tensor<3xi32>
  %x = cjax.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %0 = cjax.vmap @f(%i, %x) in [0, 0] out [0] size 3 : (tensor<3xi32>, tensor<3xf32>) -> tensor<3xf32>
  // CHECK: [1. 4. 9.]
  cjax.print ["", "\0A"] with %0 : tensor<3xf32> as ["str"]
  return
}
