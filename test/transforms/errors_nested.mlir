// errors_nested.mlir -- an error in a function that is called ends the pass, wherever the call is.
// RUN: rm -rf %t && split-file %s %t
// RUN: not cjax-opt --expand-transforms %t/callee.mlir 2>&1 | FileCheck %s --check-prefix=CALLEE --implicit-check-not=func.func
// RUN: not cjax-opt --expand-transforms %t/linear.mlir 2>&1 | FileCheck %s --check-prefix=LINEAR --implicit-check-not=func.func
// CALLEE: callee.mlir:2:8: error: NotImplementedError: Differentiation rule for 'nextafter' not implemented
// LINEAR: linear.mlir:2:8: error: NotImplementedError: Differentiation rule for 'nextafter' not implemented

//--- callee.mlir
func.func private @n(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.nextafter %x, %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func private @g(%x: tensor<f32>) -> tensor<f32> {
  %j:2 = cjax.jvp @n(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %j#1 : tensor<f32>
}
func.func @main(%x: tensor<f32>) -> tensor<f32> {
  %y = call @g(%x) : (tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}
//--- linear.mlir
func.func private @n(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.nextafter %x, %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func private @g(%x: tensor<f32>) -> tensor<f32> {
  %y = call @n(%x) : (tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}
func.func @main(%x: tensor<f32>) -> tensor<f32> {
  %0:2 = cjax.vjp @g(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}
