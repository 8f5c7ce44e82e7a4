// shapes.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<f32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}2 segments, not 4
  %r = "cjax.custom_vjp_call"(%x) <{callee = @g, fwd = @g, bwd = @g, segments = array<i64: 1, 0>}> : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}segment 1 is negative
  %r = "cjax.custom_vjp_call"(%x) <{callee = @g, fwd = @g, bwd = @g, segments = array<i64: 1, -1, 0, 0>}> : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}segments of 2 operands for 1
  %r = "cjax.custom_vjp_call"(%x) <{callee = @g, fwd = @g, bwd = @g, segments = array<i64: 1, 1, 0, 0>}> : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}segment 0 is 4294967297
  %r = "cjax.custom_vjp_call"(%x) <{callee = @g, fwd = @g, bwd = @g, segments = array<i64: 4294967297, 0, 0, 0>}> : (tensor<f32>) -> tensor<f32>
  return
}
