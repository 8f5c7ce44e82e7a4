// cummin.mlir -- running values along the last axis, from its end
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: cjax.cummin %{{.*}} along 1 {reverse} : tensor<2x4xf32>
  %r = cjax.cummin %x along 1 {reverse} : tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 3.0, 0.0, 2.0], [2.0, -1.0, 4.0, 1.0]]> : tensor<2x4xf32>
  %r = func.call @f(%x) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x4xf32> as ["str"]
  // RUN: {{[[][[]}} 0.  0.  0.  2.]
  // RUN-NEXT:  [-1. -1.  1.  1.]]
  return
}
