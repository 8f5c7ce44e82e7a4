// cummin.mlir -- running values along the last axis, from its end
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: cjax.cummin %{{.*}} along 1 {reverse} : tensor<2x4xf32>
  %r = cjax.cummin %x along 1 {reverse} : tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 3.0, 0.0, 2.0], [2.0, -1.0, 4.0, 1.0]]> : tensor<2x4xf32>
  %r = func.call @f(%x) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x4xf32> as ["str"]
  // EXEC: (( 0.  0.  0.  2.)
  // EXEC-NEXT:  (-1. -1.  1.  1.))
  %d0 = cjax.constant dense<[[-1.375, -1.375, -1.5, -1.75], [0.125, -1.375, 1.25, -1.875]]> : tensor<2x4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((-1.5   -1.5   -1.5   -1.75 )
  // EXEC-NEXT:  (-1.375 -1.375 -1.875 -1.875))
  %c0 = cjax.constant dense<[[-0.5, -0.125, -1.125, -0.625], [-1.125, -0.875, 1.75, -0.375]]> : tensor<2x4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.     0.    -1.75  -0.625)
  // EXEC-NEXT:  ( 0.    -2.     0.     1.375))
  %b0 = cjax.constant dense<[[[1.0, 3.0, 0.0, 2.0], [2.0, -1.0, 4.0, 1.0]], [[1.0, 1.0, 3.0, 0.0], [2.0, 2.0, -1.0, 4.0]]]> : tensor<2x2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x4xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  0.  0.  2.)
  // EXEC-NEXT:   (-1. -1.  1.  1.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.  0.  0.  0.)
  // EXEC-NEXT:   (-1. -1. -1.  4.)))
  return
}
