// squeeze.mlir -- x without its size-1 dimensions
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<1x2x3xf32>) -> tensor<2x3xf32> {
  // CHECK: cjax.squeeze %{{.*}} dims [0] : tensor<1x2x3xf32> -> tensor<2x3xf32>
  %r = cjax.squeeze %x dims [0] : tensor<1x2x3xf32> -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]]> : tensor<1x2x3xf32>
  %r = func.call @f(%x) : (tensor<1x2x3xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xf32> as ["str"]
  // EXEC: ((0. 1. 2.)
  // EXEC-NEXT:  (3. 4. 5.))
  %d0 = cjax.constant dense<[[[1.375, -1.25, 0.375], [1.875, 0.875, 1.875]]]> : tensor<1x2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<1x2x3xf32>, tensor<1x2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 1.375 -1.25   0.375)
  // EXEC-NEXT:  ( 1.875  0.875  1.875))
  %c0 = cjax.constant dense<[[0.25, 1.875, 1.375], [1.125, 1.5, 0.5]]> : tensor<2x3xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<1x2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<1x2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<1x2x3xf32> as ["str"]
  // EXEC-NEXT: (((0.25  1.875 1.375)
  // EXEC-NEXT:   (1.125 1.5   0.5  )))
  %b0 = cjax.constant dense<[[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]], [[[5.0, 0.0, 1.0], [2.0, 3.0, 4.0]]]]> : tensor<2x1x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x1x2x3xf32>) -> tensor<2x2x3xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x3xf32> as ["str"]
  // EXEC-NEXT: (((0. 1. 2.)
  // EXEC-NEXT:   (3. 4. 5.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((5. 0. 1.)
  // EXEC-NEXT:   (2. 3. 4.)))
  return
}
