// outside.mlir -- what is not common in modules: a function that calls itself; passes leave functions without a body, and transformations that are not expanded, as they are.
// RUN: cjax-opt --inline --simplify --expand-ops --split-complex --cse --fuse %s | FileCheck %s

// CHECK: func.func private @outside
func.func private @outside(%x: tensor<f32>) -> tensor<f32>
func.func @main(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: call @outside
  %0 = call @outside(%x) : (tensor<f32>) -> tensor<f32>
  // CHECK: cjax.jvp @outside
  %1:2 = cjax.jvp @outside(%0, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %1#1 : tensor<f32>
}
// CHECK: call @again
func.func @again(%x: tensor<f32>) -> tensor<f32> {
  %0 = call @again(%x) : (tensor<f32>) -> tensor<f32>
  return %x : tensor<f32>
}
