// rev.mlir -- x backwards
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: cjax.rev %{{.*}} dims [1] : tensor<2x3xf32> -> tensor<2x3xf32>
  %r = cjax.rev %x dims [1] : tensor<2x3xf32> -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xf32> as ["str"]
  // EXEC: ((1.  0.5 0. )
  // EXEC-NEXT:  (2.5 2.  1.5))
  %d0 = cjax.constant dense<[[-0.625, 0.125, -1.125], [1.125, -1.375, 0.25]]> : tensor<2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-1.125  0.125 -0.625)
  // EXEC-NEXT:  ( 0.25  -1.375  1.125))
  %c0 = cjax.constant dense<[[0.125, 0.75, 1.0], [-1.5, 0.5, -0.375]]> : tensor<2x3xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 1.     0.75   0.125)
  // EXEC-NEXT:  (-0.375  0.5   -1.5  ))
  %b0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]], [[2.5, 0.0, 0.5], [1.0, 1.5, 2.0]]]> : tensor<2x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xf32>) -> tensor<2x2x3xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x3xf32> as ["str"]
  // EXEC-NEXT: (((1.  0.5 0. )
  // EXEC-NEXT:   (2.5 2.  1.5))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((0.5 0.  2.5)
  // EXEC-NEXT:   (2.  1.5 1. )))
  return
}
