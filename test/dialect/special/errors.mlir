// errors.mlir -- what the family refuses
// RUN: not cjax-opt --expand-transforms %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lgamma does not accept dtype int32. Accepted dtypes are subtypes of floating.
  %r = cjax.lgamma %x : tensor<3xi32>
  return
}
// -----
func.func private @g(%m: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: polygamma gradient with respect to m is not supported
  %r = cjax.polygamma %m, %x : tensor<f32>
  return %r : tensor<f32>
}
func.func @main(%m: tensor<f32>, %x: tensor<f32>, %d: tensor<f32>) -> tensor<f32> {
  %y:2 = cjax.jvp @g(%m, %x, %d) wrt [0] : (tensor<f32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %y#1 : tensor<f32>
}
// -----
func.func private @g(%a: tensor<f32>, %b: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: The gradient of betainc with respect to a and b is not supported.
  %r = cjax.regularized_incomplete_beta %a, %b, %x : tensor<f32>
  return %r : tensor<f32>
}
func.func @main(%m: tensor<f32>, %x: tensor<f32>, %d: tensor<f32>) -> tensor<f32> {
  %y:2 = cjax.jvp @g(%m, %x, %x, %d) wrt [0] : (tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %y#1 : tensor<f32>
}
// -----
func.func private @g(%a: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: NotImplementedError: Differentiation rule for 'zeta' not implemented
  %r = cjax.zeta %a, %x : tensor<f32>
  return %r : tensor<f32>
}
func.func @main(%m: tensor<f32>, %x: tensor<f32>, %d: tensor<f32>) -> tensor<f32> {
  %y:2 = cjax.jvp @g(%m, %x, %d) wrt [0] : (tensor<f32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %y#1 : tensor<f32>
}
