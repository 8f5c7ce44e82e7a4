// pad.mlir -- edges and gaps filled, or cut
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>, %y: tensor<f32>) -> tensor<4x4xf32> {
  // CHECK: cjax.pad %{{.*}}, %{{.*}} low [1, -1] high [0, 2] interior [1, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  %r = cjax.pad %x, %y low [1, -1] high [0, 2] interior [1, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  return %r : tensor<4x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %y = cjax.constant dense<9.0> : tensor<f32>
  %r = func.call @f(%x, %y) : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4x4xf32> as ["str"]
  // EXEC: ((9.  9.  9.  9. )
  // EXEC-NEXT:  (0.5 1.  9.  9. )
  // EXEC-NEXT:  (9.  9.  9.  9. )
  // EXEC-NEXT:  (2.  2.5 9.  9. ))
  %d0 = cjax.constant dense<[[1.5, 1.625, -1.75], [-1.25, 0.5, 1.125]]> : tensor<2x3xf32>
  %d1 = cjax.constant dense<0.375> : tensor<f32>
  %j:2 = cjax.jvp @f(%x, %y, %d0, %d1) wrt [0, 1] : (tensor<2x3xf32>, tensor<f32>, tensor<2x3xf32>, tensor<f32>) -> (tensor<4x4xf32>, tensor<4x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.375  0.375  0.375  0.375)
  // EXEC-NEXT:  ( 1.625 -1.75   0.375  0.375)
  // EXEC-NEXT:  ( 0.375  0.375  0.375  0.375)
  // EXEC-NEXT:  ( 0.5    1.125  0.375  0.375))
  %c0 = cjax.constant dense<[[-1.25, -1.5, 0.0, 1.25], [-1.125, -1.75, 0.25, -1.25], [-1.75, 1.125, 1.25, -0.375], [-0.875, -0.875, -0.5, 0.25]]> : tensor<4x4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %c0) wrt [0, 1] : (tensor<2x3xf32>, tensor<f32>, tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<2x3xf32>, tensor<f32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.    -1.125 -1.75 )
  // EXEC-NEXT:  ( 0.    -0.875 -0.875))
  cjax.print ["", "\0A"] with %p#2 : tensor<f32> as ["str"]
  // EXEC-NEXT: -2.5
  %b0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]], [[2.5, 0.0, 0.5], [1.0, 1.5, 2.0]]]> : tensor<2x2x3xf32>
  %b1 = cjax.constant dense<[9.0, 9.0]> : tensor<2xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x2x3xf32>, tensor<2xf32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: (((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.5 1.  9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (2.  2.5 9.  9. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.  0.5 9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (1.5 2.  9.  9. )))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x2x3xf32>, tensor<f32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: (((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.5 1.  9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (2.  2.5 9.  9. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.  0.5 9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (1.5 2.  9.  9. )))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: (((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.5 1.  9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (2.  2.5 9.  9. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((9.  9.  9.  9. )
  // EXEC-NEXT:   (0.5 1.  9.  9. )
  // EXEC-NEXT:   (9.  9.  9.  9. )
  // EXEC-NEXT:   (2.  2.5 9.  9. )))
  return
}
