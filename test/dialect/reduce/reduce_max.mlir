// reduce_max.mlir -- max over axes
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2xf32> {
  // CHECK: cjax.reduce_max %{{.*}} over [1] : tensor<2x3xf32> -> tensor<2xf32>
  %r = cjax.reduce_max %x over [1] : tensor<2x3xf32> -> tensor<2xf32>
  return %r : tensor<2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 5.0, 2.0], [5.0, -1.0, 5.0]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2xf32> as ["str"]
  // EXEC: (5. 5.)
  %d0 = cjax.constant dense<[[-0.25, 1.375, -1.625], [1.5, 1.75, -1.0]]> : tensor<2x3xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (1.375 0.25 )
  %c0 = cjax.constant dense<[-2.0, -0.125]> : tensor<2xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<2x3xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-0.     -2.     -0.    )
  // EXEC-NEXT:  (-0.0625 -0.     -0.0625))
  %b0 = cjax.constant dense<[[[1.0, 5.0, 2.0], [5.0, -1.0, 5.0]], [[5.0, 1.0, 5.0], [2.0, 5.0, -1.0]]]> : tensor<2x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xf32>) -> tensor<2x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((5. 5.)
  // EXEC-NEXT:  (5. 5.))
  return
}
