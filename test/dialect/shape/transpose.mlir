// transpose.mlir -- dimensions permuted
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<1x2x3xf32>) -> tensor<3x1x2xf32> {
  // CHECK: cjax.transpose %{{.*}} perm [2, 0, 1] : tensor<1x2x3xf32> -> tensor<3x1x2xf32>
  %r = cjax.transpose %x perm [2, 0, 1] : tensor<1x2x3xf32> -> tensor<3x1x2xf32>
  return %r : tensor<3x1x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]]> : tensor<1x2x3xf32>
  %r = func.call @f(%x) : (tensor<1x2x3xf32>) -> tensor<3x1x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x1x2xf32> as ["str"]
  // EXEC: (((0. 3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((1. 4.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2. 5.)))
  %d0 = cjax.constant dense<[[[-1.25, 1.0, -1.625], [-0.25, -0.375, -1.25]]]> : tensor<1x2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<1x2x3xf32>, tensor<1x2x3xf32>) -> (tensor<3x1x2xf32>, tensor<3x1x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<3x1x2xf32> as ["str"]
  // EXEC-NEXT: (((-1.25  -0.25 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 1.    -0.375))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-1.625 -1.25 )))
  %c0 = cjax.constant dense<[[[1.75, -1.625]], [[-2.0, -0.75]], [[2.0, -1.0]]]> : tensor<3x1x2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<1x2x3xf32>, tensor<3x1x2xf32>) -> (tensor<3x1x2xf32>, tensor<1x2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<1x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 1.75  -2.     2.   )
  // EXEC-NEXT:   (-1.625 -0.75  -1.   )))
  %b0 = cjax.constant dense<[[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]], [[[5.0, 0.0, 1.0], [2.0, 3.0, 4.0]]]]> : tensor<2x1x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x1x2x3xf32>) -> tensor<2x3x1x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3x1x2xf32> as ["str"]
  // EXEC-NEXT: ((((0. 3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((1. 4.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((2. 5.)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((5. 2.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((0. 3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((1. 4.))))
  return
}
