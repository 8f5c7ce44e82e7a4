// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}1 in_axes for 2 arguments, 1 out_axes for 1 results
  %r = "cjax.vmap"(%x, %y) <{callee = @g, in_axes = array<i64: 0>, out_axes = array<i64: 0>, axis_size = 3 : i64}> : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}axis 0 of argument
  %r = "cjax.vmap"(%x) <{callee = @g, in_axes = array<i64: 0>, out_axes = array<i64: 0>, axis_size = 4 : i64}> : (tensor<3xf32>) -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}wrt[0] = 1 must be sorted and within 1 arguments
  %r:2 = "cjax.jvp"(%x, %y) <{callee = @g, wrt = array<i64: 1>}> : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}tangent float32[4] for an argument
  %r:2 = "cjax.jvp"(%x, %y) <{callee = @g, wrt = array<i64: 0>}> : (tensor<3xf32>, tensor<4xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  return
}
