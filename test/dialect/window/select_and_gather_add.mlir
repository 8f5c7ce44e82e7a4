// select_and_gather_add.mlir -- overlapping windows, padding
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3x3xf32>, %a1: tensor<3x3xf32>) -> (tensor<2x3xf32>) {
  // CHECK: cjax.select_and_gather_add %{{.*}}, %{{.*}} "ge" {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 1>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 1>} : (tensor<3x3xf32>, tensor<3x3xf32>) -> tensor<2x3xf32>
  %r:1 = cjax.select_and_gather_add %a0, %a1 "ge" {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 1>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 1>} : (tensor<3x3xf32>, tensor<3x3xf32>) -> (tensor<2x3xf32>)
  return %r#0 : tensor<2x3xf32>
}

func.func private @f1(%a0: tensor<4xf32>, %a1: tensor<4xf32>) -> (tensor<2xf32>) {
  // CHECK: cjax.select_and_gather_add %{{.*}}, %{{.*}} "le" {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 2>} : (tensor<4xf32>, tensor<4xf32>) -> tensor<2xf32>
  %r:1 = cjax.select_and_gather_add %a0, %a1 "le" {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 2>} : (tensor<4xf32>, tensor<4xf32>) -> (tensor<2xf32>)
  return %r#0 : tensor<2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0.75, 0.25, 0.5], [1.0, -0.25, -0.5], [-1.0, 0.0, -0.75]]> : tensor<3x3xf32>
  %x0_1 = cjax.constant dense<[[-0.25, -1.0, 0.25], [0.0, 0.75, 0.5], [1.0, -0.5, -0.75]]> : tensor<3x3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3x3xf32>, tensor<3x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<2x3xf32> as ["str"]
  // EXEC: (( 1.   -0.25 -0.25)
  // EXEC-NEXT:  (-1.   -1.   -0.25))
  %d0_0 = cjax.constant dense<[[0.375, 0.625, -1.0], [0.625, -0.125, 0.0], [0.25, -0.5, 1.0]]> : tensor<3x3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %d0_0) wrt [0] : (tensor<3x3xf32>, tensor<3x3xf32>, tensor<3x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.625 -0.125 -0.125)
  // EXEC-NEXT:  ( 0.25   0.25  -0.125))
  %c0_0 = cjax.constant dense<[[-1.0, -0.5, -0.25], [0.125, -0.25, -0.75]]> : tensor<2x3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %x0_1, %c0_0) wrt [0] : (tensor<3x3xf32>, tensor<3x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<3x3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.     0.     0.   )
  // EXEC-NEXT:  (-1.    -1.5    0.   )
  // EXEC-NEXT:  (-0.125  0.     0.   ))
  %b0_0_0 = cjax.constant dense<[[[0.75, 0.25, 0.5], [1.0, -0.25, -0.5], [-1.0, 0.0, -0.75]], [[-0.75, 0.75, 0.25], [0.5, 1.0, -0.25], [-0.5, -1.0, 0.0]]]> : tensor<2x3x3xf32>
  %b0_0_1 = cjax.constant dense<[[[-0.25, -1.0, 0.25], [0.0, 0.75, 0.5], [1.0, -0.5, -0.75]], [[-0.75, -0.25, -1.0], [0.25, 0.0, 0.75], [0.5, 1.0, -0.5]]]> : tensor<2x3x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %b0_0_1) in [0, 0] out [0] size 2 : (tensor<2x3x3xf32>, tensor<2x3x3xf32>) -> (tensor<2x2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   -0.25 -0.25)
  // EXEC-NEXT:   (-1.   -1.   -0.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.5   0.5  -0.25)
  // EXEC-NEXT:   (-0.5  -1.   -1.  )))
  %b0_1_1 = cjax.constant dense<[[[-0.25, -1.0, 0.25], [0.0, 0.75, 0.5], [1.0, -0.5, -0.75]], [[-0.75, -0.25, -1.0], [0.25, 0.0, 0.75], [0.5, 1.0, -0.5]]]> : tensor<2x3x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3x3xf32>, tensor<2x3x3xf32>) -> (tensor<2x2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   -0.25 -0.25)
  // EXEC-NEXT:   (-1.   -1.   -0.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 1.    1.   -0.5 )
  // EXEC-NEXT:   (-1.    0.    0.  )))
  %x1_0 = cjax.constant dense<[0.25, 0.0, -0.5, -0.25]> : tensor<4xf32>
  %x1_1 = cjax.constant dense<[-0.5, 0.0, -0.25, 0.25]> : tensor<4xf32>
  %y1:1 = func.call @f1(%x1_0, %x1_1) : (tensor<4xf32>, tensor<4xf32>) -> (tensor<2xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: ( 0.25 -0.5 )
  %d1_0 = cjax.constant dense<[-0.125, 0.125, 0.0, -0.375]> : tensor<4xf32>
  %j1:2 = cjax.jvp @f1(%x1_0, %x1_1, %d1_0) wrt [0] : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %j1#1 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (-0.125  0.   )
  %c1_0 = cjax.constant dense<[1.0, -0.25]> : tensor<2xf32>
  %p1:2 = cjax.vjp @f1(%x1_0, %x1_1, %c1_0) wrt [0] : (tensor<4xf32>, tensor<4xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p1#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.    0.   -0.25  0.  )
  %b1_0_0 = cjax.constant dense<[[0.25, 0.0, -0.5, -0.25], [-0.25, 0.25, 0.0, -0.5]]> : tensor<2x4xf32>
  %m1_0:1 = cjax.vmap @f1(%b1_0_0, %x1_1) in [0, -1] out [0] size 2 : (tensor<2x4xf32>, tensor<4xf32>) -> (tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %m1_0#0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: (( 0.25 -0.5 )
  // EXEC-NEXT:  (-0.25  0.  ))
  return
}
