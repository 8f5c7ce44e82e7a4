// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: add_with_overflow takes int64, got int32{{.}}]
  %v, %o = cjax.add_with_overflow %x, %x : (tensor<i32>, tensor<i32>) -> (tensor<i32>, tensor<i1>)
  return
}
