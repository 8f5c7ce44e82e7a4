// RUN: not cjax-lower %s -o %t 2>&1 | FileCheck %s
// RUN: not cjax-lower %s -o %t.none/x 2>&1 | FileCheck %s
// RUN: not ls %t
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  func.return %x : tensor<f32>
}
func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<f32>
  // CHECK: errors.mlir:[[#@LINE+1]]:8: error: [CJ0700] NotImplementedError: vmap: transformations must be expanded
  %y = cjax.vmap @f(%x) in [-1] out [-1] size 3 : (tensor<f32>) -> tensor<f32>
  func.return
}
