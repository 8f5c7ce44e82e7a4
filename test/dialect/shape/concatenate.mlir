// concatenate.mlir -- operands one after the other
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>, %y: tensor<2x1xf32>) -> tensor<2x4xf32> {
  // CHECK: cjax.concatenate %{{.*}}, %{{.*}} dim 1 : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x4xf32>
  %r = cjax.concatenate %x, %y dim 1 : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %y = cjax.constant dense<[[7.0], [8.0]]> : tensor<2x1xf32>
  %r = func.call @f(%x, %y) : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x4xf32> as ["str"]
  // RUN: {{[[][[]}}0.  0.5 1.  7. ]
  // RUN-NEXT:  [1.5 2.  2.5 8. ]]
  return
}
