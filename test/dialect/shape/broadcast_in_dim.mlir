// broadcast_in_dim.mlir -- x along new dimensions, and repeated along one of size 1
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3x1xf32>) -> tensor<2x3x2xf32> {
  // CHECK: cjax.broadcast_in_dim %{{.*}} dims [1, 2] : tensor<3x1xf32> -> tensor<2x3x2xf32>
  %r = cjax.broadcast_in_dim %x dims [1, 2] : tensor<3x1xf32> -> tensor<2x3x2xf32>
  return %r : tensor<2x3x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf32>
  %r = func.call @f(%x) : (tensor<3x1xf32>) -> tensor<2x3x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3x2xf32> as ["str"]
  // EXEC: (((1. 1.)
  // EXEC-NEXT:   (2. 2.)
  // EXEC-NEXT:   (3. 3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((1. 1.)
  // EXEC-NEXT:   (2. 2.)
  // EXEC-NEXT:   (3. 3.)))
  %d0 = cjax.constant dense<[[1.875], [-1.625], [-0.25]]> : tensor<3x1xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<3x1xf32>, tensor<3x1xf32>) -> (tensor<2x3x2xf32>, tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((( 1.875  1.875)
  // EXEC-NEXT:   (-1.625 -1.625)
  // EXEC-NEXT:   (-0.25  -0.25 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 1.875  1.875)
  // EXEC-NEXT:   (-1.625 -1.625)
  // EXEC-NEXT:   (-0.25  -0.25 )))
  %c0 = cjax.constant dense<[[[-0.375, -1.125], [1.0, 0.625], [0.875, -1.625]], [[-0.625, 0.125], [-0.25, -1.875], [-1.25, 1.75]]]> : tensor<2x3x2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<3x1xf32>, tensor<2x3x2xf32>) -> (tensor<2x3x2xf32>, tensor<3x1xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<3x1xf32> as ["str"]
  // EXEC-NEXT: ((-2.  )
  // EXEC-NEXT:  (-0.5 )
  // EXEC-NEXT:  (-0.25))
  %b0 = cjax.constant dense<[[[1.0], [2.0], [3.0]], [[3.0], [1.0], [2.0]]]> : tensor<2x3x1xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x3x1xf32>) -> tensor<2x2x3x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((((1. 1.)
  // EXEC-NEXT:    (2. 2.)
  // EXEC-NEXT:    (3. 3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((1. 1.)
  // EXEC-NEXT:    (2. 2.)
  // EXEC-NEXT:    (3. 3.)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((3. 3.)
  // EXEC-NEXT:    (1. 1.)
  // EXEC-NEXT:    (2. 2.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((3. 3.)
  // EXEC-NEXT:    (1. 1.)
  // EXEC-NEXT:    (2. 2.))))
  return
}

// An index that is repeated stays what it is; one along another axis is an index of the result.
// RUN: cjax-opt --simplify %s | FileCheck %s --check-prefix=IOTA
func.func @indices() -> (tensor<3x4xi32>, tensor<2x3xi32>) {
  // IOTA-LABEL: func.func @indices
  // IOTA: %[[I:.*]] = cjax.iota dim 0 : tensor<1x4xi32>
  // IOTA: cjax.broadcast_in_dim %[[I]] dims [0, 1] : tensor<1x4xi32> -> tensor<3x4xi32>
  %i = cjax.iota dim 0 : tensor<1x4xi32>
  %0 = cjax.broadcast_in_dim %i dims [0, 1] : tensor<1x4xi32> -> tensor<3x4xi32>
  // IOTA-NEXT: cjax.iota dim 0 : tensor<2x3xi32>
  %j = cjax.iota dim 0 : tensor<2x1xi32>
  %1 = cjax.broadcast_in_dim %j dims [0, 1] : tensor<2x1xi32> -> tensor<2x3xi32>
  return %0, %1 : tensor<3x4xi32>, tensor<2x3xi32>
}
