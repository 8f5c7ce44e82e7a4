// logistic.mlir -- 1 / (1 + e^-x)
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.logistic %{{.*}} : tensor<4xf32>
  %r = cjax.logistic %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (0.62245935 0.22270013 0.8807971  0.5       )
  %d0 = cjax.constant dense<[-0.25, 1.125, -1.125, -1.75]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.05875093  0.19474289 -0.11811777 -0.4375    )
  %c0 = cjax.constant dense<[-0.375, -1.25, -1.625, 0.375]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.08812639 -0.21638098 -0.17061456  0.09375   )
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.62245935 0.22270013 0.8807971  0.5       )
  // EXEC-NEXT:  (0.5        0.62245935 0.22270013 0.8807971 ))
  return
}
