// gather.mlir -- rows of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>, %y: tensor<4x1xi32>) -> tensor<4x4xf32> {
  // CHECK: cjax.gather %{{.*}}, %{{.*}} {{.*}} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  %r = cjax.gather %x, %y {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return %r : tensor<4x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %y = cjax.constant dense<[[1], [5], [0], [-1]]> : tensor<4x1xi32>
  %r = func.call @f(%x, %y) : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4x4xf32> as ["str"]
  // EXEC: (( 4.  5.  6.  7.)
  // EXEC-NEXT:  (nan nan nan nan)
  // EXEC-NEXT:  ( 0.  1.  2.  3.)
  // EXEC-NEXT:  (nan nan nan nan))
  %d0 = cjax.constant dense<[[-0.375, -1.25, -1.625, 0.375], [-0.75, 0.75, -1.25, 1.75], [-0.5, -1.625, 0.5, 1.75]]> : tensor<3x4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %d0) wrt [0] : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<3x4xf32>) -> (tensor<4x4xf32>, tensor<4x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4x4xf32> as ["str"]
  // EXEC-NEXT: ((-0.75   0.75  -1.25   1.75 )
  // EXEC-NEXT:  ( 0.     0.     0.     0.   )
  // EXEC-NEXT:  (-0.375 -1.25  -1.625  0.375)
  // EXEC-NEXT:  ( 0.     0.     0.     0.   ))
  %c0 = cjax.constant dense<[[-0.25, 1.875, -0.0, -0.25], [0.5, 2.0, 1.75, -0.125], [1.0, -0.0, 0.125, 1.125], [-0.375, 1.0, 0.875, 1.75]]> : tensor<4x4xf32>
  %p:2 = cjax.vjp @f(%x, %y, %c0) wrt [0] : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.     0.     0.125  1.125)
  // EXEC-NEXT:  (-0.25   1.875  0.    -0.25 )
  // EXEC-NEXT:  ( 0.     0.     0.     0.   ))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %b1 = cjax.constant dense<[[[1], [5], [0], [-1]], [[-1], [1], [5], [0]]]> : tensor<2x4x1xi32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2x4x1xi32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: ((( 4.  5.  6.  7.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   ( 0.  1.  2.  3.)
  // EXEC-NEXT:   (nan nan nan nan))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((nan nan nan nan)
  // EXEC-NEXT:   ( 3.  4.  5.  6.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   (11.  0.  1.  2.)))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x3x4xf32>, tensor<4x1xi32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: ((( 4.  5.  6.  7.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   ( 0.  1.  2.  3.)
  // EXEC-NEXT:   (nan nan nan nan))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 3.  4.  5.  6.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   (11.  0.  1.  2.)
  // EXEC-NEXT:   (nan nan nan nan)))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<3x4xf32>, tensor<2x4x1xi32>) -> tensor<2x4x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: ((( 4.  5.  6.  7.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   ( 0.  1.  2.  3.)
  // EXEC-NEXT:   (nan nan nan nan))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((nan nan nan nan)
  // EXEC-NEXT:   ( 4.  5.  6.  7.)
  // EXEC-NEXT:   (nan nan nan nan)
  // EXEC-NEXT:   ( 0.  1.  2.  3.)))
  return
}
