// scatter_min.mlir -- rows of x with updates, one of them outside
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>, %y: tensor<4x1xi32>, %z: tensor<4x4xf32>) -> tensor<3x4xf32> {
  // CHECK: cjax.scatter_min %{{.*}}, %{{.*}}, %{{.*}} {{.*}} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  %r = cjax.scatter_min %x, %y, %z {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %y = cjax.constant dense<[[1], [5], [0], [1]]> : tensor<4x1xi32>
  %z = cjax.constant dense<[[-3.0, -2.5, -2.0, -1.5], [-1.0, -0.5, 0.0, 0.5], [1.0, 1.5, 2.0, 2.5], [3.0, 3.5, 4.0, 4.5]]> : tensor<4x4xf32>
  %r = func.call @f(%x, %y, %z) : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x4xf32> as ["str"]
  // EXEC: (( 0.   1.   2.   2.5)
  // EXEC-NEXT:  (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:  ( 8.   9.  10.  11. ))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %b1 = cjax.constant dense<[[[1], [5], [0], [1]], [[1], [1], [5], [0]]]> : tensor<2x4x1xi32>
  %b2 = cjax.constant dense<[[[-3.0, -2.5, -2.0, -1.5], [-1.0, -0.5, 0.0, 0.5], [1.0, 1.5, 2.0, 2.5], [3.0, 3.5, 4.0, 4.5]], [[4.5, -3.0, -2.5, -2.0], [-1.5, -1.0, -0.5, 0.0], [0.5, 1.0, 1.5, 2.0], [2.5, 3.0, 3.5, 4.0]]]> : tensor<2x4x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2) in [0, 0, 0] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2x4x1xi32>, tensor<2x4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.   1.   2.   2.5)
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 2.5  0.   1.   2. )
  // EXEC-NEXT:   (-1.5 -3.  -2.5 -2. )
  // EXEC-NEXT:   ( 7.   8.   9.  10. )))
  %m1 = cjax.vmap @f(%b0, %y, %z) in [0, -1, -1] out [0] size 2 : (tensor<2x3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.   1.   2.   2.5)
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 1.   0.   1.   2. )
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 7.   8.   9.  10. )))
  %m2 = cjax.vmap @f(%x, %b1, %z) in [-1, 0, -1] out [0] size 2 : (tensor<3x4xf32>, tensor<2x4x1xi32>, tensor<4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.   1.   2.   2.5)
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.   1.   2.   3. )
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 8.   9.  10.  11. )))
  %m3 = cjax.vmap @f(%x, %y, %b2) in [-1, -1, 0] out [0] size 2 : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<2x4x4xf32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.   1.   2.   2.5)
  // EXEC-NEXT:   (-3.  -2.5 -2.  -1.5)
  // EXEC-NEXT:   ( 8.   9.  10.  11. ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.   1.   1.5  2. )
  // EXEC-NEXT:   ( 2.5 -3.  -2.5 -2. )
  // EXEC-NEXT:   ( 8.   9.  10.  11. )))
  return
}
