// reshape.mlir -- the same elements under another shape
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<3x2xf32> {
  // CHECK: cjax.reshape %{{.*}} : tensor<2x3xf32> -> tensor<3x2xf32>
  %r = cjax.reshape %x : tensor<2x3xf32> -> tensor<3x2xf32>
  return %r : tensor<3x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<3x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x2xf32> as ["str"]
  // EXEC: ((0.  0.5)
  // EXEC-NEXT:  (1.  1.5)
  // EXEC-NEXT:  (2.  2.5))
  %d0 = cjax.constant dense<[[-1.375, 1.375, 1.25], [-0.375, -0.125, 1.25]]> : tensor<2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<3x2xf32>, tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<3x2xf32> as ["str"]
  // EXEC-NEXT: ((-1.375  1.375)
  // EXEC-NEXT:  ( 1.25  -0.375)
  // EXEC-NEXT:  (-0.125  1.25 ))
  %c0 = cjax.constant dense<[[0.75, 1.375], [1.0, 0.75], [1.625, 1.25]]> : tensor<3x2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.75  1.375 1.   )
  // EXEC-NEXT:  (0.75  1.625 1.25 ))
  %b0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]], [[2.5, 0.0, 0.5], [1.0, 1.5, 2.0]]]> : tensor<2x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xf32>) -> tensor<2x3x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: (((0.  0.5)
  // EXEC-NEXT:   (1.  1.5)
  // EXEC-NEXT:   (2.  2.5))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2.5 0. )
  // EXEC-NEXT:   (0.5 1. )
  // EXEC-NEXT:   (1.5 2. )))
  return
}
