// concatenate.mlir -- operands one after the other
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

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
  // EXEC: ((0.  0.5 1.  7. )
  // EXEC-NEXT:  (1.5 2.  2.5 8. ))
  %d0 = cjax.constant dense<[[0.5, 0.75, 0.375], [0.875, 0.125, -0.125]]> : tensor<2x3xf32>
  %d1 = cjax.constant dense<[[-0.875], [-1.125]]> : tensor<2x1xf32>
  %j:2 = cjax.jvp @f(%x, %y, %d0, %d1) wrt [0, 1] : (tensor<2x3xf32>, tensor<2x1xf32>, tensor<2x3xf32>, tensor<2x1xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.5    0.75   0.375 -0.875)
  // EXEC-NEXT:  ( 0.875  0.125 -0.125 -1.125))
  %c0 = cjax.constant dense<[[0.75, 0.75, -1.25, 1.875], [0.625, 0.125, 1.375, -0.0]]> : tensor<2x4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %c0) wrt [0, 1] : (tensor<2x3xf32>, tensor<2x1xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x3xf32>, tensor<2x1xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.75   0.75  -1.25 )
  // EXEC-NEXT:  ( 0.625  0.125  1.375))
  cjax.print ["", "\0A"] with %p#2 : tensor<2x1xf32> as ["str"]
  // EXEC-NEXT: (( 1.875)
  // EXEC-NEXT:  (-0.   ))
  %b0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]], [[2.5, 0.0, 0.5], [1.0, 1.5, 2.0]]]> : tensor<2x2x3xf32>
  %b1 = cjax.constant dense<[[[7.0], [8.0]], [[8.0], [7.0]]]> : tensor<2x2x1xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x2x3xf32>, tensor<2x2x1xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x4xf32> as ["str"]
  // EXEC-NEXT: (((0.  0.5 1.  7. )
  // EXEC-NEXT:   (1.5 2.  2.5 8. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2.5 0.  0.5 8. )
  // EXEC-NEXT:   (1.  1.5 2.  7. )))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x2x3xf32>, tensor<2x1xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x2x4xf32> as ["str"]
  // EXEC-NEXT: (((0.  0.5 1.  7. )
  // EXEC-NEXT:   (1.5 2.  2.5 8. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2.5 0.  0.5 7. )
  // EXEC-NEXT:   (1.  1.5 2.  8. )))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<2x3xf32>, tensor<2x2x1xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x2x4xf32> as ["str"]
  // EXEC-NEXT: (((0.  0.5 1.  7. )
  // EXEC-NEXT:   (1.5 2.  2.5 8. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((0.  0.5 1.  8. )
  // EXEC-NEXT:   (1.5 2.  2.5 7. )))
  return
}
