// squeeze.mlir -- x without its size-1 dimensions
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<1x2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: cjax.squeeze %{{.*}} dims [0] : tensor<1x2x3xf32> -> tensor<2x3xf32>
  %r = cjax.squeeze %x dims [0] : tensor<1x2x3xf32> -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]]> : tensor<1x2x3xf32>
  %r = func.call @f(%x) : (tensor<1x2x3xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xf32> as ["str"]
  // RUN: {{[[][[]}}0. 1. 2.]
  // RUN-NEXT:  [3. 4. 5.]]
  return
}
