// split.mlir -- x cut into pieces
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>) {
  // CHECK: cjax.split %{{.*}} sizes [1, 2] axis 1 : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  %r:2 = cjax.split %x sizes [1, 2] axis 1 : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  return %r#0, %r#1 : tensor<2x1xf32>, tensor<2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r:2 = func.call @f(%x) : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %r#0 : tensor<2x1xf32> as ["str"]
  // RUN: {{[[][[]}}0. ]
  // RUN-NEXT:  [1.5]]
  cjax.print ["", "\0A"] with %r#1 : tensor<2x2xf32> as ["str"]
  // RUN-NEXT: {{[[][[]}}0.5 1. ]
  // RUN-NEXT:  [2.  2.5]]
  return
}
