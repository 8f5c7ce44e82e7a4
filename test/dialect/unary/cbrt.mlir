// cbrt.mlir -- cube root
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.cbrt %{{.*}} : tensor<4xf32>
  %r = cjax.cbrt %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 8.0, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.7937005 -1.0772173  2.         1.4422495)
  %d0 = cjax.constant dense<[1.5, 0.0, -0.625, 2.0]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.7937005   0.         -0.05208334  0.32049996)
  %c0 = cjax.constant dense<[-0.75, -1.25, 1.5, 1.25]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.39685026 -0.35907245  0.125       0.20031247)
  %b0 = cjax.constant dense<[[0.5, -1.25, 8.0, 3.0], [3.0, 0.5, -1.25, 8.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.7937005 -1.0772173  2.         1.4422495)
  // EXEC-NEXT:  ( 1.4422495  0.7937005 -1.0772173  2.       ))
  return
}
