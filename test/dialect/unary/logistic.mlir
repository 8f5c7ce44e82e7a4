// logistic.mlir -- 1 / (1 + e^-x)
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.logistic %{{.*}} : tensor<4xf32>
  %r = cjax.logistic %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [0.62245935 0.22270013 0.8807971  0.5       ]
  return
}
