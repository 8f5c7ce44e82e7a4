// errors.mlir -- what the interpreter does not run.
// RUN: not cjax-opt --interpret %s 2>&1 | FileCheck %s

// CHECK: error: the module has no function @main to run
func.func @f() {
  return
}
// -----
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %y = cjax.nextafter %x, %x : tensor<f32>
  return %y : tensor<f32>
}
func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<f32>
  // CHECK: error: {{.*}}nextafter
  %y:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return
}
// -----
func.func @main() {
  %x = cjax.constant dense<(1.0, 2.0)> : tensor<complex<f32>>
  // CHECK: error: TypeError: erf does not accept dtype complex64. Accepted dtypes are subtypes of floating.
  %y = cjax.erf %x : tensor<complex<f32>>
  return
}
// -----
func.func @main() {
  // CHECK: error: the interpreter does not know arith.constant
  %y = arith.constant 1 : i32
  return
}
// -----
// CHECK: error: @main must have a body and no arguments to be run
func.func @main(%x: tensor<f32>) {
  return
}
