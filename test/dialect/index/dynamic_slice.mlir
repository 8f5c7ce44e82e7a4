// dynamic_slice.mlir -- a window at run-time starts, pushed back inside
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>, %y: tensor<i32>, %z: tensor<i32>) -> tensor<2x2xf32> {
  // CHECK: cjax.dynamic_slice %{{.*}}[%{{.*}}, %{{.*}}] sizes [2, 2] : (tensor<3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
  %r = cjax.dynamic_slice %x [%y, %z] sizes [2, 2] : (tensor<3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %y = cjax.constant dense<2> : tensor<i32>
  %z = cjax.constant dense<1> : tensor<i32>
  %r = func.call @f(%x, %y, %z) : (tensor<3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x2xf32> as ["str"]
  // EXEC: (( 5.  6.)
  // EXEC-NEXT:  ( 9. 10.))
  %d0 = cjax.constant dense<[[1.5, 0.125, -0.75, -0.25], [-1.875, -1.5, 0.625, 0.625], [0.5, -0.5, 2.0, 1.875]]> : tensor<3x4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %z, %d0) wrt [0] : (tensor<3x4xf32>, tensor<i32>, tensor<i32>, tensor<3x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((-1.5    0.625)
  // EXEC-NEXT:  (-0.5    2.   ))
  %c0 = cjax.constant dense<[[0.75, 0.625], [0.75, -0.5]]> : tensor<2x2xf32>
  %p:2 = cjax.vjp @f(%x, %y, %z, %c0) wrt [0] : (tensor<3x4xf32>, tensor<i32>, tensor<i32>, tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.     0.     0.     0.   )
  // EXEC-NEXT:  ( 0.     0.75   0.625  0.   )
  // EXEC-NEXT:  ( 0.     0.75  -0.5    0.   ))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %b1 = cjax.constant dense<[2, 2]> : tensor<2xi32>
  %b2 = cjax.constant dense<[1, 1]> : tensor<2xi32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2) in [0, 0, 0] out [0] size 2 : (tensor<2x3x4xf32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 4.  5.)
  // EXEC-NEXT:   ( 8.  9.)))
  %m1 = cjax.vmap @f(%b0, %y, %z) in [0, -1, -1] out [0] size 2 : (tensor<2x3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 4.  5.)
  // EXEC-NEXT:   ( 8.  9.)))
  %m2 = cjax.vmap @f(%x, %b1, %z) in [-1, 0, -1] out [0] size 2 : (tensor<3x4xf32>, tensor<2xi32>, tensor<i32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.)))
  %m3 = cjax.vmap @f(%x, %y, %b2) in [-1, -1, 0] out [0] size 2 : (tensor<3x4xf32>, tensor<i32>, tensor<2xi32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 5.  6.)
  // EXEC-NEXT:   ( 9. 10.)))
  return
}
