// atanh.mlir -- atanh of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.atanh %{{.*}} : tensor<4xf32>
  %r = cjax.atanh %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -0.25, 0.75, 0.1]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.54930615 -0.25541282  0.97295505  0.10033535)
  %d0 = cjax.constant dense<[-0.375, 1.625, -1.875, 1.25]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.5        1.7333333 -4.2857146  1.2626263)
  %c0 = cjax.constant dense<[-0.375, 1.375, -2.0, -0.5]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.5        1.4666667 -4.571429  -0.5050505)
  %b0 = cjax.constant dense<[[0.5, -0.25, 0.75, 0.1], [0.1, 0.5, -0.25, 0.75]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.54930615 -0.25541282  0.97295505  0.10033535)
  // EXEC-NEXT:  ( 0.10033535  0.54930615 -0.25541282  0.97295505))
  return
}
