// split.mlir -- x cut into pieces
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>) {
  // CHECK: cjax.split %{{.*}} sizes [1, 2] axis 1 : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  %r:2 = cjax.split %x sizes [1, 2] axis 1 : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  return %r#0, %r#1 : tensor<2x1xf32>, tensor<2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %r:2 = func.call @f(%x) : (tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %r#0 : tensor<2x1xf32> as ["str"]
  // EXEC: ((0. )
  // EXEC-NEXT:  (1.5))
  cjax.print ["", "\0A"] with %r#1 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((0.5 1. )
  // EXEC-NEXT:  (2.  2.5))
  %d0 = cjax.constant dense<[[-0.125, -1.0, -1.375], [0.875, 1.375, 0.75]]> : tensor<2x3xf32>
  %j:4 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>, tensor<2x1xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %j#2 : tensor<2x1xf32> as ["str"]
  // EXEC-NEXT: ((-0.125)
  // EXEC-NEXT:  ( 0.875))
  cjax.print ["", "\0A"] with %j#3 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((-1.    -1.375)
  // EXEC-NEXT:  ( 1.375  0.75 ))
  %c0 = cjax.constant dense<[[-0.5], [0.25]]> : tensor<2x1xf32>
  %c1 = cjax.constant dense<[[0.25, 1.75], [-0.5, -1.375]]> : tensor<2x2xf32>
  %p:3 = cjax.vjp @f(%x, %c0, %c1) wrt [0] : (tensor<2x3xf32>, tensor<2x1xf32>, tensor<2x2xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %p#2 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-0.5    0.25   1.75 )
  // EXEC-NEXT:  ( 0.25  -0.5   -1.375))
  %b0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]], [[2.5, 0.0, 0.5], [1.0, 1.5, 2.0]]]> : tensor<2x2x3xf32>
  %m0:2 = cjax.vmap @f(%b0) in [0] out [0, 0] size 2 : (tensor<2x2x3xf32>) -> (tensor<2x2x1xf32>, tensor<2x2x2xf32>)
  cjax.print ["", "\0A"] with %m0#0 : tensor<2x2x1xf32> as ["str"]
  // EXEC-NEXT: (((0. )
  // EXEC-NEXT:   (1.5))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2.5)
  // EXEC-NEXT:   (1. )))
  cjax.print ["", "\0A"] with %m0#1 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: (((0.5 1. )
  // EXEC-NEXT:   (2.  2.5))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((0.  0.5)
  // EXEC-NEXT:   (1.5 2. )))
  return
}
