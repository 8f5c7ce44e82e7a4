// cumlogsumexp.mlir -- running values along the last axis, from its end
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x4xf32>) -> tensor<2x4xf32> {
  // CHECK: cjax.cumlogsumexp %{{.*}} along 1 {reverse} : tensor<2x4xf32>
  %r = cjax.cumlogsumexp %x along 1 {reverse} : tensor<2x4xf32>
  return %r : tensor<2x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 3.0, 0.0, 3.0], [2.0, -1.0, 4.0, 1.0]]> : tensor<2x4xf32>
  %r = func.call @f(%x) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x4xf32> as ["str"]
  // EXEC: ((3.7816718 3.717736  3.0485873 3.       )
  // EXEC-NEXT:  (4.175515  4.054985  4.0485873 1.       ))
  %d0 = cjax.constant dense<[[-0.5, 0.5, 0.625, 0.625], [-1.625, 0.375, 1.0, 1.125]]> : tensor<2x4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.49811822 0.5640181  0.625      0.625     )
  // EXEC-NEXT:  (0.70362055 1.0019045  1.0059283  1.125     ))
  %c0 = cjax.constant dense<[[0.375, -1.5, -1.625, -0.75], [1.75, -0.125, 1.625, -0.125]]> : tensor<2x4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x4xf32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.02322558 -0.5601682  -0.10495617 -2.8581014 )
  // EXEC-NEXT:  ( 0.19871181  0.0090961   2.8979135   0.01927862))
  %b0 = cjax.constant dense<[[[1.0, 3.0, 0.0, 3.0], [2.0, -1.0, 4.0, 1.0]], [[1.0, 1.0, 3.0, 0.0], [3.0, 2.0, -1.0, 4.0]]]> : tensor<2x2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x4xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x4xf32> as ["str"]
  // EXEC-NEXT: (((3.7816718 3.717736  3.0485873 3.       )
  // EXEC-NEXT:   (4.175515  4.054985  4.0485873 1.       ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((3.2779784 3.169846  3.0485873 0.       )
  // EXEC-NEXT:   (4.4120784 4.1328454 4.0067153 4.       )))
  return
}
