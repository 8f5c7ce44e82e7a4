// conv_groups.mlir -- groups of features and of the batch
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<1x3x4xf32>, %a1: tensor<2x2x2xf32>) -> (tensor<1x2x2xf32>) {
  // CHECK: cjax.conv_general_dilated %{{.*}}, %{{.*}} {batch_group_count = 1 : i64, feature_group_count = 2 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 2, 1>, out_spec = array<i64: 0, 2, 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 2, 1, 0>, window_strides = array<i64: 1>} : (tensor<1x3x4xf32>, tensor<2x2x2xf32>) -> tensor<1x2x2xf32>
  %r:1 = cjax.conv_general_dilated %a0, %a1 {batch_group_count = 1 : i64, feature_group_count = 2 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 2, 1>, out_spec = array<i64: 0, 2, 1>, padding_high = array<i64: 0>, padding_low = array<i64: 0>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 2, 1, 0>, window_strides = array<i64: 1>} : (tensor<1x3x4xf32>, tensor<2x2x2xf32>) -> (tensor<1x2x2xf32>)
  return %r#0 : tensor<1x2x2xf32>
}

func.func private @f1(%a0: tensor<2x1x3xf32>, %a1: tensor<2x1x2xf32>) -> (tensor<1x2x3xf32>) {
  // CHECK: cjax.conv_general_dilated %{{.*}}, %{{.*}} {batch_group_count = 2 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 1>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x1x3xf32>, tensor<2x1x2xf32>) -> tensor<1x2x3xf32>
  %r:1 = cjax.conv_general_dilated %a0, %a1 {batch_group_count = 2 : i64, feature_group_count = 1 : i64, lhs_dilation = array<i64: 1>, lhs_spec = array<i64: 0, 1, 2>, out_spec = array<i64: 0, 1, 2>, padding_high = array<i64: 0>, padding_low = array<i64: 1>, rhs_dilation = array<i64: 1>, rhs_spec = array<i64: 0, 1, 2>, window_strides = array<i64: 1>} : (tensor<2x1x3xf32>, tensor<2x1x2xf32>) -> (tensor<1x2x3xf32>)
  return %r#0 : tensor<1x2x3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[[-0.25, 0.5, 0.75, 1.0], [-1.25, -1.0, -0.5, 0.25], [-1.5, 1.25, -0.75, 0.0]]]> : tensor<1x3x4xf32>
  %x0_1 = cjax.constant dense<[[[0.75, 0.5], [0.0, -0.5]], [[-0.25, -0.75], [-1.0, 0.25]]]> : tensor<2x2x2xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<1x3x4xf32>, tensor<2x2x2xf32>) -> (tensor<1x2x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<1x2x2xf32> as ["str"]
  // EXEC: ((( 1.125   0.3125)
  // EXEC-NEXT:   (-1.8125  0.1875)))
  %d0_0 = cjax.constant dense<[[[0.375, 0.625, -1.0, 0.625], [-0.125, 0.0, 0.25, -0.5], [1.0, -1.0, -0.5, -0.25]]]> : tensor<1x3x4xf32>
  %d0_1 = cjax.constant dense<[[[0.125, -0.25], [-0.75, -1.0]], [[-1.0, -1.0], [-0.75, 1.0]]]> : tensor<2x2x2xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %d0_0, %d0_1) wrt [0, 1] : (tensor<1x3x4xf32>, tensor<2x2x2xf32>, tensor<1x3x4xf32>, tensor<2x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x2x2xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<1x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 1.90625 -1.5625 )
  // EXEC-NEXT:   ( 1.8125   1.3125 )))
  %c0_0 = cjax.constant dense<[[[-0.625, 0.375], [0.5, -0.625]]]> : tensor<1x2x2xf32>
  %p0:3 = cjax.vjp @f0(%x0_0, %x0_1, %c0_0) wrt [0, 1] : (tensor<1x3x4xf32>, tensor<2x2x2xf32>, tensor<1x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x3x4xf32>, tensor<2x2x2xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<1x3x4xf32> as ["str"]
  // EXEC-NEXT: (((-0.46875  0.       0.1875  -0.1875 )
  // EXEC-NEXT:   ( 0.53125  0.625   -0.59375  0.40625)
  // EXEC-NEXT:   (-0.125   -0.5      0.46875 -0.15625)))
  cjax.print ["", "\0A"] with %p0#2 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: (((-0.46875  0.59375)
  // EXEC-NEXT:   (-0.8125   0.21875))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.03125  0.28125)
  // EXEC-NEXT:   ( 1.25     0.09375)))
  %b0_0_0 = cjax.constant dense<[[[[-0.25, 0.5, 0.75, 1.0], [-1.25, -1.0, -0.5, 0.25], [-1.5, 1.25, -0.75, 0.0]]], [[[0.0, -0.25, 0.5, 0.75], [1.0, -1.25, -1.0, -0.5], [0.25, -1.5, 1.25, -0.75]]]]> : tensor<2x1x3x4xf32>
  %b0_0_1 = cjax.constant dense<[[[[0.75, 0.5], [0.0, -0.5]], [[-0.25, -0.75], [-1.0, 0.25]]], [[[0.25, 0.75], [0.5, 0.0]], [[-0.5, -0.25], [-0.75, -1.0]]]]> : tensor<2x2x2x2xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %b0_0_1) in [0, 0] out [0] size 2 : (tensor<2x1x3x4xf32>, tensor<2x2x2x2xf32>) -> (tensor<2x1x2x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x1x2x2xf32> as ["str"]
  // EXEC-NEXT: (((( 1.125   0.3125)
  // EXEC-NEXT:    (-1.8125  0.1875)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((( 0.3125  1.125 )
  // EXEC-NEXT:    ( 0.625  -0.3125))))
  %b0_1_1 = cjax.constant dense<[[[[0.75, 0.5], [0.0, -0.5]], [[-0.25, -0.75], [-1.0, 0.25]]], [[[0.25, 0.75], [0.5, 0.0]], [[-0.5, -0.25], [-0.75, -1.0]]]]> : tensor<2x2x2x2xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<1x3x4xf32>, tensor<2x2x2x2xf32>) -> (tensor<2x1x2x2xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x1x2x2xf32> as ["str"]
  // EXEC-NEXT: (((( 1.125   0.3125)
  // EXEC-NEXT:    (-1.8125  0.1875)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((( 1.5625  0.4375)
  // EXEC-NEXT:    (-1.     -0.1875))))
  %x1_0 = cjax.constant dense<[[[-0.25, -0.75, 0.0]], [[-0.5, 0.5, 0.25]]]> : tensor<2x1x3xf32>
  %x1_1 = cjax.constant dense<[[[0.0, -0.5]], [[-0.25, 0.25]]]> : tensor<2x1x2xf32>
  %y1:1 = func.call @f1(%x1_0, %x1_1) : (tensor<2x1x3xf32>, tensor<2x1x2xf32>) -> (tensor<1x2x3xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<1x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 0.125   0.375   0.    )
  // EXEC-NEXT:   (-0.125   0.25   -0.0625)))
  %d1_0 = cjax.constant dense<[[[-0.125, 0.125, 0.0]], [[-0.375, 1.0, -0.25]]]> : tensor<2x1x3xf32>
  %d1_1 = cjax.constant dense<[[[0.375, -0.25]], [[-0.125, 1.0]]]> : tensor<2x1x2xf32>
  %j1:2 = cjax.jvp @f1(%x1_0, %x1_1, %d1_0, %d1_1) wrt [0, 1] : (tensor<2x1x3xf32>, tensor<2x1x2xf32>, tensor<2x1x3xf32>, tensor<2x1x2xf32>) -> (tensor<1x2x3xf32>, tensor<1x2x3xf32>)
  cjax.print ["", "\0A"] with %j1#1 : tensor<1x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 0.125    0.03125 -0.28125)
  // EXEC-NEXT:   (-0.59375  0.90625 -0.125  )))
  %c1_0 = cjax.constant dense<[[[-0.625, 0.25, -0.125], [0.375, 0.5, -0.375]]]> : tensor<1x2x3xf32>
  %p1:3 = cjax.vjp @f1(%x1_0, %x1_1, %c1_0) wrt [0, 1] : (tensor<2x1x3xf32>, tensor<2x1x2xf32>, tensor<1x2x3xf32>) -> (tensor<1x2x3xf32>, tensor<2x1x3xf32>, tensor<2x1x2xf32>)
  cjax.print ["", "\0A"] with %p1#1 : tensor<2x1x3xf32> as ["str"]
  // EXEC-NEXT: ((( 0.3125  -0.125    0.0625 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.03125  0.21875 -0.09375)))
  cjax.print ["", "\0A"] with %p1#2 : tensor<2x1x2xf32> as ["str"]
  // EXEC-NEXT: ((( 0.03125 -0.03125))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.4375  -0.03125)))
  %b1_0_0 = cjax.constant dense<[[[[-0.25, -0.75, 0.0]], [[-0.5, 0.5, 0.25]]], [[[0.25, -0.25, -0.75]], [[0.0, -0.5, 0.5]]]]> : tensor<2x2x1x3xf32>
  %b1_0_1 = cjax.constant dense<[[[[0.0, -0.5]], [[-0.25, 0.25]]], [[[0.25, 0.0]], [[-0.5, -0.25]]]]> : tensor<2x2x1x2xf32>
  %m1_0:1 = cjax.vmap @f1(%b1_0_0, %b1_0_1) in [0, 0] out [0] size 2 : (tensor<2x2x1x3xf32>, tensor<2x2x1x2xf32>) -> (tensor<2x1x2x3xf32>)
  cjax.print ["", "\0A"] with %m1_0#0 : tensor<2x1x2x3xf32> as ["str"]
  // EXEC-NEXT: (((( 0.125   0.375   0.    )
  // EXEC-NEXT:    (-0.125   0.25   -0.0625)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((( 0.      0.0625 -0.0625)
  // EXEC-NEXT:    ( 0.      0.125   0.125 ))))
  %b1_1_0 = cjax.constant dense<[[[[-0.25, -0.75, 0.0]], [[-0.5, 0.5, 0.25]]], [[[0.25, -0.25, -0.75]], [[0.0, -0.5, 0.5]]]]> : tensor<2x2x1x3xf32>
  %m1_1:1 = cjax.vmap @f1(%b1_1_0, %x1_1) in [0, -1] out [0] size 2 : (tensor<2x2x1x3xf32>, tensor<2x1x2xf32>) -> (tensor<2x1x2x3xf32>)
  cjax.print ["", "\0A"] with %m1_1#0 : tensor<2x1x2x3xf32> as ["str"]
  // EXEC-NEXT: (((( 0.125   0.375   0.    )
  // EXEC-NEXT:    (-0.125   0.25   -0.0625)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((-0.125   0.125   0.375 )
  // EXEC-NEXT:    ( 0.     -0.125   0.25  ))))
  %b1_2_1 = cjax.constant dense<[[[[0.0, -0.5]], [[-0.25, 0.25]]], [[[0.25, 0.0]], [[-0.5, -0.25]]]]> : tensor<2x2x1x2xf32>
  %m1_2:1 = cjax.vmap @f1(%x1_0, %b1_2_1) in [-1, 0] out [0] size 2 : (tensor<2x1x3xf32>, tensor<2x2x1x2xf32>) -> (tensor<2x1x2x3xf32>)
  cjax.print ["", "\0A"] with %m1_2#0 : tensor<2x1x2x3xf32> as ["str"]
  // EXEC-NEXT: (((( 0.125   0.375   0.    )
  // EXEC-NEXT:    (-0.125   0.25   -0.0625)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((( 0.     -0.0625 -0.1875)
  // EXEC-NEXT:    ( 0.125   0.125  -0.3125))))
  return
}
