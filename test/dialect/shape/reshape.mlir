// reshape.mlir -- the same elements under another shape
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<3x2xf32> {
  // CHECK: cjax.reshape %{{.*}} : tensor<2x3xf32> -> tensor<3x2xf32>
  %r = cjax.reshape %x : tensor<2x3xf32> -> tensor<3x2xf32>
  return %r : tensor<3x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<3x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x2xf32> as ["str"]
  // RUN: {{[[][[]}}0.  0.5]
  // RUN-NEXT:  [1.  1.5]
  // RUN-NEXT:  [2.  2.5]]
  return
}
