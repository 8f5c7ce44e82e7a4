// reduce_window_max.mlir -- nan, ties, padding and dilations
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3x4xf32>) -> (tensor<3x2xf32>) {
  // CHECK: cjax.reduce_window_max %{{.*}} {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 1>, padding_low = array<i64: 1, 0>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 2>} : tensor<3x4xf32> -> tensor<3x2xf32>
  %r:1 = cjax.reduce_window_max %a0 {base_dilation = array<i64: 1, 1>, padding_high = array<i64: 0, 1>, padding_low = array<i64: 1, 0>, window_dilation = array<i64: 1, 1>, window_dimensions = array<i64: 2, 2>, window_strides = array<i64: 1, 2>} : tensor<3x4xf32> -> tensor<3x2xf32>
  return %r#0 : tensor<3x2xf32>
}

func.func private @f1(%a0: tensor<5xf32>) -> (tensor<6xf32>) {
  // CHECK: cjax.reduce_window_max %{{.*}} {base_dilation = array<i64: 2>, padding_high = array<i64: 3>, padding_low = array<i64: 1>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 2>} : tensor<5xf32> -> tensor<6xf32>
  %r:1 = cjax.reduce_window_max %a0 {base_dilation = array<i64: 2>, padding_high = array<i64: 3>, padding_low = array<i64: 1>, window_dilation = array<i64: 1>, window_dimensions = array<i64: 2>, window_strides = array<i64: 2>} : tensor<5xf32> -> tensor<6xf32>
  return %r#0 : tensor<6xf32>
}

func.func private @f2(%a0: tensor<5xf32>) -> (tensor<2xf32>) {
  // CHECK: cjax.reduce_window_max %{{.*}} {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 3>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : tensor<5xf32> -> tensor<2xf32>
  %r:1 = cjax.reduce_window_max %a0 {base_dilation = array<i64: 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, window_dilation = array<i64: 3>, window_dimensions = array<i64: 2>, window_strides = array<i64: 1>} : tensor<5xf32> -> tensor<2xf32>
  return %r#0 : tensor<2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0x7FC00000, 1.25, 0.25, -1.5], [-0.5, -1.25, 0.75, 1.0], [-0.75, 0.0, 0.0, -1.0]]> : tensor<3x4xf32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<3x4xf32>) -> (tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3x2xf32> as ["str"]
  // EXEC: (( nan 0.25)
  // EXEC-NEXT:  ( nan 1.  )
  // EXEC-NEXT:  (0.   1.  ))
  %d0_0 = cjax.constant dense<[[0.375, 0.625, -1.0, 0.625], [-0.125, 0.0, 0.25, -0.5], [1.0, -1.0, -0.5, -0.25]]> : tensor<3x4xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<3x2xf32>, tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3x2xf32> as ["str"]
  // EXEC-NEXT: (( 0.625 -1.   )
  // EXEC-NEXT:  ( 0.625 -0.5  )
  // EXEC-NEXT:  (-1.    -0.5  ))
  %c0_0 = cjax.constant dense<[[0.125, -0.25], [-0.75, -1.0], [-1.0, -1.0]]> : tensor<3x2xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<3x4xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.    -0.625 -0.25   0.   )
  // EXEC-NEXT:  ( 0.     0.     0.    -2.   )
  // EXEC-NEXT:  ( 0.    -1.     0.     0.   ))
  %b0_0_0 = cjax.constant dense<[[[0x7FC00000, 1.25, 0.25, -1.5], [-0.5, -1.25, 0.75, 1.0], [-0.75, 0.0, 0.0, -1.0]], [[-1.0, 0x7FC00000, 1.25, 0.25], [-1.5, -0.5, -1.25, 0.75], [1.0, -0.75, 0.0, 0.0]]]> : tensor<2x3x4xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x3x4xf32>) -> (tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((( nan 0.25)
  // EXEC-NEXT:   ( nan 1.  )
  // EXEC-NEXT:   (0.   1.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( nan 1.25)
  // EXEC-NEXT:   ( nan 1.25)
  // EXEC-NEXT:   (1.   0.75)))
  %x1_0 = cjax.constant dense<[0.0, 0.5, -0.5, -0.25, 0.25]> : tensor<5xf32>
  %y1:1 = func.call @f1(%x1_0) : (tensor<5xf32>) -> (tensor<6xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<6xf32> as ["str"]
  // EXEC-NEXT: ( 0.    0.5  -0.5  -0.25  0.25  -inf)
  %d1_0 = cjax.constant dense<[-0.125, 0.125, 0.0, -0.375, 1.0]> : tensor<5xf32>
  %j1:2 = cjax.jvp @f1(%x1_0, %d1_0) wrt [0] : (tensor<5xf32>, tensor<5xf32>) -> (tensor<6xf32>, tensor<6xf32>)
  cjax.print ["", "\0A"] with %j1#1 : tensor<6xf32> as ["str"]
  // EXEC-NEXT: (-0.125  0.125  0.    -0.375  1.     0.   )
  %c1_0 = cjax.constant dense<[-0.25, 0.375, -0.25, -0.125, 1.0, -0.625]> : tensor<6xf32>
  %p1:2 = cjax.vjp @f1(%x1_0, %c1_0) wrt [0] : (tensor<5xf32>, tensor<6xf32>) -> (tensor<6xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %p1#1 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: (-0.25   0.375 -0.25  -0.125  1.   )
  %b1_0_0 = cjax.constant dense<[[0.0, 0.5, -0.5, -0.25, 0.25], [0.25, 0.0, 0.5, -0.5, -0.25]]> : tensor<2x5xf32>
  %m1_0:1 = cjax.vmap @f1(%b1_0_0) in [0] out [0] size 2 : (tensor<2x5xf32>) -> (tensor<2x6xf32>)
  cjax.print ["", "\0A"] with %m1_0#0 : tensor<2x6xf32> as ["str"]
  // EXEC-NEXT: (( 0.    0.5  -0.5  -0.25  0.25  -inf)
  // EXEC-NEXT:  ( 0.25  0.    0.5  -0.5  -0.25  -inf))
  %x2_0 = cjax.constant dense<[-0.25, 0.5, 0.25, 0.0, -0.5]> : tensor<5xf32>
  %y2:1 = func.call @f2(%x2_0) : (tensor<5xf32>) -> (tensor<2xf32>)
  cjax.print ["", "\0A"] with %y2#0 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (0.  0.5)
  %d2_0 = cjax.constant dense<[1.0, 0.25, 0.375, 0.875, 0.125]> : tensor<5xf32>
  %j2:2 = cjax.jvp @f2(%x2_0, %d2_0) wrt [0] : (tensor<5xf32>, tensor<5xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %j2#1 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (0.875 0.25 )
  %b2_0_0 = cjax.constant dense<[[-0.25, 0.5, 0.25, 0.0, -0.5], [-0.5, -0.25, 0.5, 0.25, 0.0]]> : tensor<2x5xf32>
  %m2_0:1 = cjax.vmap @f2(%b2_0_0) in [0] out [0] size 2 : (tensor<2x5xf32>) -> (tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %m2_0#0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((0.   0.5 )
  // EXEC-NEXT:  (0.25 0.  ))
  return
}
