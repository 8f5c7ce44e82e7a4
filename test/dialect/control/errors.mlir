// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}2 results for a carry of 1
  %r:2 = "cjax.while"(%x) ({
  ^bb0(%c: tensor<f32>):
    %t = "cjax.constant"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    "cjax.yield"(%t) : (tensor<i1>) -> ()
  }, {
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the condition takes 2 arguments, not 1
  %r = "cjax.while"(%x) ({
  ^bb0(%c: tensor<f32>, %d: tensor<f32>):
    %t = "cjax.constant"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    "cjax.yield"(%t) : (tensor<i1>) -> ()
  }, {
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}argument 0 of the condition is
  %r = "cjax.while"(%x) ({
  ^bb0(%c: tensor<i32>):
    %t = "cjax.constant"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    "cjax.yield"(%t) : (tensor<i1>) -> ()
  }, {
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the condition must be bool[], got
  %r = "cjax.while"(%x) ({
  ^bb0(%c: tensor<f32>):
    "cjax.yield"(%c) : (tensor<f32>) -> ()
  }, {
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the body must yield 1 values
  %r = "cjax.while"(%x) ({
  ^bb0(%c: tensor<f32>):
    %t = "cjax.constant"() <{value = dense<true> : tensor<i1>}> : () -> tensor<i1>
    "cjax.yield"(%t) : (tensor<i1>) -> ()
  }, {
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b, %b) : (tensor<f32>, tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the index must be int32[] or bool[], got
  %r = "cjax.case"(%x) ({
    "cjax.yield"(%x) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%i: tensor<i1>, %x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}3 branches
  %r = "cjax.case"(%i) ({
    "cjax.yield"(%x) : (tensor<f32>) -> ()
  }, {
    "cjax.yield"(%x) : (tensor<f32>) -> ()
  }, {
    "cjax.yield"(%x) : (tensor<f32>) -> ()
  }) : (tensor<i1>) -> tensor<f32>
  return
}
// -----
func.func private @f(%i: tensor<i32>, %x: tensor<f32>, %y: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}a branch yields
  %r = "cjax.case"(%i) ({
    "cjax.yield"(%x) : (tensor<f32>) -> ()
  }, {
    "cjax.yield"(%y) : (tensor<i32>) -> ()
  }) : (tensor<i32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}a carry of 2 values
  %r = "cjax.scan"(%x) <{num_carry = 2 : i64, length = 3 : i64}> ({
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the body must take 1 arguments
  %r = "cjax.scan"(%x) <{num_carry = 1 : i64, length = 3 : i64}> ({
  ^bb0(%b: tensor<f32>, %d: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
// -----
func.func private @f(%x: tensor<4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}must have a leading axis of 3
  %r = "cjax.scan"(%x) <{num_carry = 0 : i64, length = 3 : i64}> ({
  ^bb0(%b: tensor<f32>):
    "cjax.yield"(%b) : (tensor<f32>) -> ()
  }) : (tensor<4xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}carry 0 is
  %r = "cjax.scan"(%x) <{num_carry = 1 : i64, length = 3 : i64}> ({
  ^bb0(%b: tensor<f32>):
    %i = "cjax.constant"() <{value = dense<1> : tensor<i32>}> : () -> tensor<i32>
    "cjax.yield"(%i) : (tensor<i32>) -> ()
  }) : (tensor<f32>) -> tensor<f32>
  return
}
