// scatter_add.mlir -- rows of x with updates, one of them outside
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>, %y: tensor<4x1xi32>, %z: tensor<4x4xf32>) -> tensor<3x4xf32> {
  // CHECK: cjax.scatter_add %{{.*}}, %{{.*}}, %{{.*}} {{.*}} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  %r = cjax.scatter_add %x, %y, %z {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %y = cjax.constant dense<[[1], [5], [0], [1]]> : tensor<4x1xi32>
  %z = cjax.constant dense<[[-3.0, -2.5, -2.0, -1.5], [-1.0, -0.5, 0.0, 0.5], [1.0, 1.5, 2.0, 2.5], [3.0, 3.5, 4.0, 4.5]]> : tensor<4x4xf32>
  %r = func.call @f(%x, %y, %z) : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x4xf32> as ["str"]
  // EXEC: (( 1.   2.5  4.   5.5)
  // EXEC-NEXT:  ( 4.   6.   8.  10. )
  // EXEC-NEXT:  ( 8.   9.  10.  11. ))
  %d0 = cjax.constant dense<[[1.5, 1.25, 0.625, 1.875], [1.75, 1.0, 1.5, -1.0], [-1.375, 0.625, 0.875, -1.375]]> : tensor<3x4xf32>
  %d1 = cjax.constant dense<[[-0.375, 1.625, 0.25, 0.375], [-1.25, 0.125, 0.125, -1.625], [1.875, 0.25, -2.0, 1.125], [1.875, 0.375, -0.75, -1.25]]> : tensor<4x4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %z, %d0, %d1) wrt [0, 2] : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>, tensor<3x4xf32>, tensor<4x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 3.375  1.5   -1.375  3.   )
  // EXEC-NEXT:  ( 3.25   3.     1.    -1.875)
  // EXEC-NEXT:  (-1.375  0.625  0.875 -1.375))
  %c0 = cjax.constant dense<[[0.75, -1.25, 0.25, 0.375], [1.875, -1.75, -0.0, 1.0], [-1.25, -0.5, -1.75, 0.875]]> : tensor<3x4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %z, %c0) wrt [0, 2] : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>, tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<4x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.75  -1.25   0.25   0.375)
  // EXEC-NEXT:  ( 1.875 -1.75  -0.     1.   )
  // EXEC-NEXT:  (-1.25  -0.5   -1.75   0.875))
  cjax.print ["", "\0A"] with %p#2 : tensor<4x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.875 -1.75  -0.     1.   )
  // EXEC-NEXT:  ( 0.     0.     0.     0.   )
  // EXEC-NEXT:  ( 0.75  -1.25   0.25   0.375)
  // EXEC-NEXT:  ( 1.875 -1.75  -0.     1.   ))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %b1 = cjax.constant dense<[[[1], [5], [0], [1]], [[1], [1], [5], [0]]]> : tensor<2x4x1xi32>
  %b2 = cjax.constant dense<[[[-3.0, -2.5, -2.0, -1.5], [-1.0, -0.5, 0.0, 0.5], [1.0, 1.5, 2.0, 2.5], [3.0, 3.5, 4.0, 4.5]], [[4.5, -3.0, -2.5, -2.0], [-1.5, -1.0, -0.5, 0.0], [0.5, 1.0, 1.5, 2.0], [2.5, 3.0, 3.5, 4.0]]]> : tensor<2x4x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2) in [0, 0, 0] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2x4x1xi32>, tensor<2x4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   2.5  4.   5.5)
  // EXEC-NEXT:   ( 4.   6.   8.  10. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((13.5  3.   4.5  6. )
  // EXEC-NEXT:   ( 6.   0.   2.   4. )
  // EXEC-NEXT:   ( 7.   8.   9.  10. )))
  %m1 = cjax.vmap @f(%b0, %y, %z) in [0, -1, -1] out [0] size 2 : (tensor<2x3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   2.5  4.   5.5)
  // EXEC-NEXT:   ( 4.   6.   8.  10. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((12.   1.5  3.   4.5)
  // EXEC-NEXT:   ( 3.   5.   7.   9. )
  // EXEC-NEXT:   ( 7.   8.   9.  10. )))
  %m2 = cjax.vmap @f(%x, %b1, %z) in [-1, 0, -1] out [0] size 2 : (tensor<3x4xf32>, tensor<2x4x1xi32>, tensor<4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   2.5  4.   5.5)
  // EXEC-NEXT:   ( 4.   6.   8.  10. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 3.   4.5  6.   7.5)
  // EXEC-NEXT:   ( 0.   2.   4.   6. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. )))
  %m3 = cjax.vmap @f(%x, %y, %b2) in [-1, -1, 0] out [0] size 2 : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<2x4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 1.   2.5  4.   5.5)
  // EXEC-NEXT:   ( 4.   6.   8.  10. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.5  2.   3.5  5. )
  // EXEC-NEXT:   (11.   5.   7.   9. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. )))
  return
}
