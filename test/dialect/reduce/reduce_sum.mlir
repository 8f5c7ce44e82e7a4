// reduce_sum.mlir -- sum over axes
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2xf32> {
  // CHECK: cjax.reduce_sum %{{.*}} over [1] : tensor<2x3xf32> -> tensor<2xf32>
  %r = cjax.reduce_sum %x over [1] : tensor<2x3xf32> -> tensor<2xf32>
  return %r : tensor<2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 5.0, 2.0], [5.0, -1.0, 5.0]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2xf32> as ["str"]
  // EXEC: (8. 9.)
  %d0 = cjax.constant dense<[[0.125, -0.625, 0.5], [0.75, 0.25, -0.5]]> : tensor<2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (0.  0.5)
  %c0 = cjax.constant dense<[0.5, 0.375]> : tensor<2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x3xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.5   0.5   0.5  )
  // EXEC-NEXT:  (0.375 0.375 0.375))
  %b0 = cjax.constant dense<[[[1.0, 5.0, 2.0], [5.0, -1.0, 5.0]], [[5.0, 1.0, 5.0], [2.0, 5.0, -1.0]]]> : tensor<2x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xf32>) -> tensor<2x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: (( 8.  9.)
  // EXEC-NEXT:  (11.  6.))
  return
}
