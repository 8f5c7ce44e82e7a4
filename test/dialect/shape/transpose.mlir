// transpose.mlir -- dimensions permuted
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<1x2x3xf32>) -> tensor<3x1x2xf32> {
  // CHECK: cjax.transpose %{{.*}} perm [2, 0, 1] : tensor<1x2x3xf32> -> tensor<3x1x2xf32>
  %r = cjax.transpose %x perm [2, 0, 1] : tensor<1x2x3xf32> -> tensor<3x1x2xf32>
  return %r : tensor<3x1x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]]> : tensor<1x2x3xf32>
  %r = func.call @f(%x) : (tensor<1x2x3xf32>) -> tensor<3x1x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x1x2xf32> as ["str"]
  // RUN: {{[[][[]}}[0. 3.]]
  // RUN-EMPTY:
  // RUN-NEXT:  {{[[][[]}}1. 4.]]
  // RUN-EMPTY:
  // RUN-NEXT:  {{[[][[]}}2. 5.]]]
  return
}
