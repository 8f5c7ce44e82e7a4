// patches.mlir -- overlapping windows, new dimensions in the middle
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<2x5xf32>) -> (tensor<2x3x2xf32>) {
  // CHECK: cjax.patches %{{.*}} {counts = array<i64: 2>, dilations = array<i64: 1>, dimensions = array<i64: 1>, position = 1 : i64, sizes = array<i64: 3>, strides = array<i64: 2>} : tensor<2x5xf32> -> tensor<2x3x2xf32>
  %r:1 = cjax.patches %a0 {counts = array<i64: 2>, dilations = array<i64: 1>, dimensions = array<i64: 1>, position = 1 : i64, sizes = array<i64: 3>, strides = array<i64: 2>} : tensor<2x5xf32> -> tensor<2x3x2xf32>
  return %r#0 : tensor<2x3x2xf32>
}

func.func private @f1(%a0: tensor<3x4xf32>) -> (tensor<2x2x2x2xf32>) {
  // CHECK: cjax.patches %{{.*}} {counts = array<i64: 2, 2>, dilations = array<i64: 1, 1>, dimensions = array<i64: 0, 1>, position = 2 : i64, sizes = array<i64: 2, 2>, strides = array<i64: 1, 2>} : tensor<3x4xf32> -> tensor<2x2x2x2xf32>
  %r:1 = cjax.patches %a0 {counts = array<i64: 2, 2>, dilations = array<i64: 1, 1>, dimensions = array<i64: 0, 1>, position = 2 : i64, sizes = array<i64: 2, 2>, strides = array<i64: 1, 2>} : tensor<3x4xf32> -> tensor<2x2x2x2xf32>
  return %r#0 : tensor<2x2x2x2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[1.0, 0.5, 0.75, -1.25, -0.75], [-0.5, -1.0, 0.25, 0.0, -0.25]]> : tensor<2x5xf32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<2x5xf32>) -> (tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<2x3x2xf32> as ["str"]
  // EXEC: ((( 1.    0.75)
  // EXEC-NEXT:   ( 0.5  -1.25)
  // EXEC-NEXT:   ( 0.75 -0.75))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.5   0.25)
  // EXEC-NEXT:   (-1.    0.  )
  // EXEC-NEXT:   ( 0.25 -0.25)))
  %d0_0 = cjax.constant dense<[[0.375, 0.625, -1.0, 0.625, -0.125], [0.0, 0.25, -0.5, 1.0, -1.0]]> : tensor<2x5xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<2x5xf32>, tensor<2x5xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((( 0.375 -1.   )
  // EXEC-NEXT:   ( 0.625  0.625)
  // EXEC-NEXT:   (-1.    -0.125))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.    -0.5  )
  // EXEC-NEXT:   ( 0.25   1.   )
  // EXEC-NEXT:   (-0.5   -1.   )))
  %c0_0 = cjax.constant dense<[[[-0.5, -0.25], [0.125, -0.25], [-0.75, -1.0]], [[-1.0, -1.0], [-0.75, 1.0], [-0.625, 0.375]]]> : tensor<2x3x2xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<2x5xf32>, tensor<2x3x2xf32>) -> (tensor<2x3x2xf32>, tensor<2x5xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((-0.5    0.125 -1.    -0.25  -1.   )
  // EXEC-NEXT:  (-1.    -0.75  -1.625  1.     0.375))
  %b0_0_0 = cjax.constant dense<[[[1.0, 0.5, 0.75, -1.25, -0.75], [-0.5, -1.0, 0.25, 0.0, -0.25]], [[-0.25, 1.0, 0.5, 0.75, -1.25], [-0.75, -0.5, -1.0, 0.25, 0.0]]]> : tensor<2x2x5xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x2x5xf32>) -> (tensor<2x2x3x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x2x3x2xf32> as ["str"]
  // EXEC-NEXT: (((( 1.    0.75)
  // EXEC-NEXT:    ( 0.5  -1.25)
  // EXEC-NEXT:    ( 0.75 -0.75))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((-0.5   0.25)
  // EXEC-NEXT:    (-1.    0.  )
  // EXEC-NEXT:    ( 0.25 -0.25)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((-0.25  0.5 )
  // EXEC-NEXT:    ( 1.    0.75)
  // EXEC-NEXT:    ( 0.5  -1.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((-0.75 -1.  )
  // EXEC-NEXT:    (-0.5   0.25)
  // EXEC-NEXT:    (-1.    0.  ))))
  %x1_0 = cjax.constant dense<[[1.0, -1.5, -1.0, 0.0], [-0.75, -1.25, -0.5, -0.25], [0.5, 0.25, 1.25, 0.75]]> : tensor<3x4xf32>
  %y1:1 = func.call @f1(%x1_0) : (tensor<3x4xf32>) -> (tensor<2x2x2x2xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: (((( 1.   -1.5 )
  // EXEC-NEXT:    (-0.75 -1.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((-1.    0.  )
  // EXEC-NEXT:    (-0.5  -0.25)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((-0.75 -1.25)
  // EXEC-NEXT:    ( 0.5   0.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((-0.5  -0.25)
  // EXEC-NEXT:    ( 1.25  0.75))))
  %d1_0 = cjax.constant dense<[[-0.125, 0.125, 0.0, -0.375], [1.0, -0.25, 0.375, -0.25], [-0.125, 1.0, -0.625, 0.25]]> : tensor<3x4xf32>
  %j1:2 = cjax.jvp @f1(%x1_0, %d1_0) wrt [0] : (tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<2x2x2x2xf32>, tensor<2x2x2x2xf32>)
  cjax.print ["", "\0A"] with %j1#1 : tensor<2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((((-0.125  0.125)
  // EXEC-NEXT:    ( 1.    -0.25 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( 0.    -0.375)
  // EXEC-NEXT:    ( 0.375 -0.25 )))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((( 1.    -0.25 )
  // EXEC-NEXT:    (-0.125  1.   ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( 0.375 -0.25 )
  // EXEC-NEXT:    (-0.625  0.25 ))))
  %c1_0 = cjax.constant dense<[[[[-0.125, 0.375], [0.5, -0.375]], [[0.375, 0.375], [-0.125, -0.75]]], [[[0.25, -1.0], [0.875, 0.75]], [[0.75, -1.0], [1.0, 1.0]]]]> : tensor<2x2x2x2xf32>
  %p1:2 = cjax.vjp @f1(%x1_0, %c1_0) wrt [0] : (tensor<3x4xf32>, tensor<2x2x2x2xf32>) -> (tensor<2x2x2x2xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %p1#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: ((-0.125  0.375  0.375  0.375)
  // EXEC-NEXT:  ( 0.75  -1.375  0.625 -1.75 )
  // EXEC-NEXT:  ( 0.875  0.75   1.     1.   ))
  %b1_0_0 = cjax.constant dense<[[[1.0, -1.5, -1.0, 0.0], [-0.75, -1.25, -0.5, -0.25], [0.5, 0.25, 1.25, 0.75]], [[0.75, 1.0, -1.5, -1.0], [0.0, -0.75, -1.25, -0.5], [-0.25, 0.5, 0.25, 1.25]]]> : tensor<2x3x4xf32>
  %m1_0:1 = cjax.vmap @f1(%b1_0_0) in [0] out [0] size 2 : (tensor<2x3x4xf32>) -> (tensor<2x2x2x2x2xf32>)
  cjax.print ["", "\0A"] with %m1_0#0 : tensor<2x2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((((( 1.   -1.5 )
  // EXEC-NEXT:     (-0.75 -1.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:    ((-1.    0.  )
  // EXEC-NEXT:     (-0.5  -0.25)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:   (((-0.75 -1.25)
  // EXEC-NEXT:     ( 0.5   0.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:    ((-0.5  -0.25)
  // EXEC-NEXT:     ( 1.25  0.75))))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((( 0.75  1.  )
  // EXEC-NEXT:     ( 0.   -0.75))
  // EXEC-EMPTY:
  // EXEC-NEXT:    ((-1.5  -1.  )
  // EXEC-NEXT:     (-1.25 -0.5 )))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((( 0.   -0.75)
  // EXEC-NEXT:     (-0.25  0.5 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:    ((-1.25 -0.5 )
  // EXEC-NEXT:     ( 0.25  1.25)))))
  return
}
