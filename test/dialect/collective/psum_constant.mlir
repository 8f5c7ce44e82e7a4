// psum_constant.mlir -- a sum of a constant over an axis that is not bound yet is not known.
// RUN: cjax-opt --simplify %s 2>&1 | FileCheck %s --implicit-check-not=error
// RUN: cjax-opt --pipeline %s 2>&1 | FileCheck %s --check-prefix=BOUND --implicit-check-not=error

// CHECK: cjax.psum
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %c = cjax.constant dense<1.0> : tensor<f32>
  %0 = cjax.psum %c over "i" : tensor<f32>
  %1 = cjax.mul %0, %x : tensor<f32>
  return %1 : tensor<f32>
}
// BOUND: cjax.constant dense<3.000000e+00>
func.func @main(%x: tensor<3xf32>) -> tensor<3xf32> {
  %0 = cjax.vmap @f(%x) in [0] out [0] size 3 {axis_name = "i"} : (tensor<3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
