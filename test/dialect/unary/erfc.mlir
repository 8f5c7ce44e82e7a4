// erfc.mlir -- 1 - erf(x)
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.erfc %{{.*}} : tensor<4xf32>
  %r = cjax.erfc %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (0.47950011 1.9229001  0.00467773 1.        )
  %d0 = cjax.constant dense<[0.125, -1.625, 1.875, 0.25]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.10984783  0.38434684 -0.0387506  -0.2820948 )
  %c0 = cjax.constant dense<[-2.0, 1.125, 1.875, 0.375]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.7575653  -0.26608628 -0.0387506  -0.4231422 )
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.47950011 1.9229001  0.00467773 1.        )
  // EXEC-NEXT:  (1.         0.47950011 1.9229001  0.00467773))
  return
}
