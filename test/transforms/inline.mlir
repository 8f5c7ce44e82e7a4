// RUN: cjax-opt --inline --symbol-dce %s | FileCheck %s
// @small is small, @once is called once; @large is called twice and stays.

func.func private @small(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.sin %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func private @once(%x: tensor<f32>) -> tensor<f32> {
  %0 = call @large(%x) : (tensor<f32>) -> tensor<f32>
  %1 = call @large(%0) : (tensor<f32>) -> tensor<f32>
  return %1 : tensor<f32>
}
func.func private @large(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.scan %x carry 1 length 3 : (tensor<f32>) -> tensor<f32> do {
  ^bb0(%a: tensor<f32>):
    %s = func.call @small(%a) : (tensor<f32>) -> tensor<f32>
    cjax.yield %s : tensor<f32>
  }
  %1 = call @small(%0) : (tensor<f32>) -> tensor<f32>
  return %1 : tensor<f32>
}
// CHECK-NOT:   @small
// CHECK-NOT:   @once
// CHECK:       func.func private @large
// CHECK:         cjax.scan
// CHECK:           cjax.sin
// CHECK:         cjax.sin
// CHECK:       func.func @main
// CHECK-NEXT:    call @large
// CHECK-NEXT:    call @large
// CHECK-NEXT:    return
func.func @main(%x: tensor<f32>) -> tensor<f32> {
  %0 = call @once(%x) : (tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}
