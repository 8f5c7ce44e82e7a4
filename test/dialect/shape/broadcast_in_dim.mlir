// broadcast_in_dim.mlir -- x along new dimensions, and repeated along one of size 1
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<3x1xf32>) -> tensor<2x3x2xf32> {
  // CHECK: cjax.broadcast_in_dim %{{.*}} dims [1, 2] : tensor<3x1xf32> -> tensor<2x3x2xf32>
  %r = cjax.broadcast_in_dim %x dims [1, 2] : tensor<3x1xf32> -> tensor<2x3x2xf32>
  return %r : tensor<2x3x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf32>
  %r = func.call @f(%x) : (tensor<3x1xf32>) -> tensor<2x3x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3x2xf32> as ["str"]
  // RUN: {{[[][[]}}[1. 1.]
  // RUN-NEXT:   [2. 2.]
  // RUN-NEXT:   [3. 3.]]
  // RUN-EMPTY:
  // RUN-NEXT:  {{[[][[]}}1. 1.]
  // RUN-NEXT:   [2. 2.]
  // RUN-NEXT:   [3. 3.]]]
  return
}
