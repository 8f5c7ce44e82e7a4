// dynamic_update_slice.mlir -- x with a window replaced
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>, %y: tensor<2x2xf32>, %z: tensor<i32>, %u: tensor<i32>) -> tensor<3x4xf32> {
  // CHECK: cjax.dynamic_update_slice %{{.*}}, %{{.*}}[%{{.*}}, %{{.*}}] : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<3x4xf32>
  %r = cjax.dynamic_update_slice %x, %y [%z, %u] : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<3x4xf32>
  return %r : tensor<3x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %y = cjax.constant dense<[[-1.0, -2.0], [-3.0, -4.0]]> : tensor<2x2xf32>
  %z = cjax.constant dense<2> : tensor<i32>
  %u = cjax.constant dense<1> : tensor<i32>
  %r = func.call @f(%x, %y, %z, %u) : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x4xf32> as ["str"]
  // EXEC: (( 0.  1.  2.  3.)
  // EXEC-NEXT:  ( 4. -1. -2.  7.)
  // EXEC-NEXT:  ( 8. -3. -4. 11.))
  %d0 = cjax.constant dense<[[-1.5, 0.875, 0.125, -0.75], [-0.0, 1.5, 1.75, -0.625], [0.25, -0.75, 0.375, -0.625]]> : tensor<3x4xf32>
  %d1 = cjax.constant dense<[[-0.375, 1.5], [-1.125, 0.5]]> : tensor<2x2xf32>
  %j:2 = cjax.jvp @f(%x, %y, %z, %u, %d0, %d1) wrt [0, 1] : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>, tensor<3x4xf32>, tensor<2x2xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: ((-1.5    0.875  0.125 -0.75 )
  // EXEC-NEXT:  (-0.    -0.375  1.5   -0.625)
  // EXEC-NEXT:  ( 0.25  -1.125  0.5   -0.625))
  %c0 = cjax.constant dense<[[-1.625, 1.375, 1.125, -1.0], [1.5, -1.75, -0.625, -1.375], [-0.25, 1.125, -1.125, -1.75]]> : tensor<3x4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %z, %u, %c0) wrt [0, 1] : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>, tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: ((-1.625  1.375  1.125 -1.   )
  // EXEC-NEXT:  ( 1.5    0.     0.    -1.375)
  // EXEC-NEXT:  (-0.25   0.     0.    -1.75 ))
  cjax.print ["", "\0A"] with %p#2 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((-1.75  -0.625)
  // EXEC-NEXT:  ( 1.125 -1.125))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %b1 = cjax.constant dense<[[[-1.0, -2.0], [-3.0, -4.0]], [[-4.0, -1.0], [-2.0, -3.0]]]> : tensor<2x2x2xf32>
  %b2 = cjax.constant dense<[2, 2]> : tensor<2xi32>
  %b3 = cjax.constant dense<[1, 1]> : tensor<2xi32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2, %b3) in [0, 0, 0, 0] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2x2x2xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((11.  0.  1.  2.)
  // EXEC-NEXT:   ( 3. -4. -1.  6.)
  // EXEC-NEXT:   ( 7. -2. -3. 10.)))
  %m1 = cjax.vmap @f(%b0, %y, %z, %u) in [0, -1, -1, -1] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((11.  0.  1.  2.)
  // EXEC-NEXT:   ( 3. -1. -2.  6.)
  // EXEC-NEXT:   ( 7. -3. -4. 10.)))
  %m2 = cjax.vmap @f(%x, %b1, %z, %u) in [-1, 0, -1, -1] out [0] size 2 : (tensor<3x4xf32>, tensor<2x2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -4. -1.  7.)
  // EXEC-NEXT:   ( 8. -2. -3. 11.)))
  %m3 = cjax.vmap @f(%x, %y, %b2, %u) in [-1, -1, 0, -1] out [0] size 2 : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<2xi32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.)))
  %m4 = cjax.vmap @f(%x, %y, %z, %b3) in [-1, -1, -1, 0] out [0] size 2 : (tensor<3x4xf32>, tensor<2x2xf32>, tensor<i32>, tensor<2xi32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %m4 : tensor<2x3x4xf32> as ["str"]
  // EXEC-NEXT: ((( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.  1.  2.  3.)
  // EXEC-NEXT:   ( 4. -1. -2.  7.)
  // EXEC-NEXT:   ( 8. -3. -4. 11.)))
  return
}
