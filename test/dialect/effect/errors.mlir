// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}1 operands, 0 fields and 1 pieces of text do not fit
  "cjax.print"(%x) <{text = ["a"], fields = []}> : (tensor<f32>) -> ()
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}condition must be
  "cjax.check"(%x) <{text = ["a"], fields = []}> : (tensor<f32>) -> ()
  return
}
// -----
func.func private @f(%x: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}status must be
  "cjax.exit"(%x)  : (tensor<f32>) -> ()
  return
}
