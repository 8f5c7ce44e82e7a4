// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}1 operands for a body of 2 arguments
  %r = "cjax.fusion"(%x) ({
  ^bb0(%b: tensor<3xf32>, %c: tensor<3xf32>):
    "cjax.yield"(%b) : (tensor<3xf32>) -> ()
  }) : (tensor<3xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}but the body takes
  %r = "cjax.fusion"(%x) ({
  ^bb0(%b: tensor<4xf32>):
    "cjax.yield"(%b) : (tensor<4xf32>) -> ()
  }) : (tensor<3xf32>) -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}the body must yield 1 values
  %r = "cjax.fusion"(%x) ({
  ^bb0(%b: tensor<3xf32>):
    "cjax.yield"(%b, %b) : (tensor<3xf32>, tensor<3xf32>) -> ()
  }) : (tensor<3xf32>) -> tensor<3xf32>
  return
}
