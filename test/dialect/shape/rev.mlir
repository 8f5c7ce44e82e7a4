// rev.mlir -- x backwards
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: cjax.rev %{{.*}} dims [1] : tensor<2x3xf32> -> tensor<2x3xf32>
  %r = cjax.rev %x dims [1] : tensor<2x3xf32> -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xf32> as ["str"]
  // RUN: {{[[][[]}}1.  0.5 0. ]
  // RUN-NEXT:  [2.5 2.  1.5]]
  return
}
