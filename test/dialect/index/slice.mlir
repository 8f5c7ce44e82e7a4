// slice.mlir -- x[start:limit:stride]
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x4xf32>) -> tensor<2x2xf32> {
  // CHECK: cjax.slice %{{.*}} from [0, 1] to [3, 4] by [2, 2] : tensor<3x4xf32> -> tensor<2x2xf32>
  %r = cjax.slice %x from [0, 1] to [3, 4] by [2, 2] : tensor<3x4xf32> -> tensor<2x2xf32>
  return %r : tensor<2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>
  %r = func.call @f(%x) : (tensor<3x4xf32>) -> tensor<2x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x2xf32> as ["str"]
  // EXEC: (( 1.  3.)
  // EXEC-NEXT:  ( 9. 11.))
  %d0 = cjax.constant dense<[[0.5, -0.875, -1.875, -1.875], [1.25, 1.625, 0.375, 0.875], [0.125, 1.75, 1.25, -2.0]]> : tensor<3x4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((-0.875 -1.875)
  // EXEC-NEXT:  ( 1.75  -2.   ))
  %c0 = cjax.constant dense<[[1.375, -1.875], [0.875, -1.25]]> : tensor<2x2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<3x4xf32>, tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<3x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.     1.375  0.    -1.875)
  // EXEC-NEXT:  ( 0.     0.     0.     0.   )
  // EXEC-NEXT:  ( 0.     0.875  0.    -1.25 ))
  %b0 = cjax.constant dense<[[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]], [[11.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0], [7.0, 8.0, 9.0, 10.0]]]> : tensor<2x3x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x3x4xf32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 1.  3.)
  // EXEC-NEXT:   ( 9. 11.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.  2.)
  // EXEC-NEXT:   ( 8. 10.)))
  return
}
