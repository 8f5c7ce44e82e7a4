// atan.mlir -- atan of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.atan %{{.*}} : tensor<4xf32>
  %r = cjax.atan %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.4636476 -0.8960554  1.1071488  0.       )
  %d0 = cjax.constant dense<[-0.875, 0.125, -0.25, 1.75]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.7         0.04878049 -0.05        1.75      )
  %c0 = cjax.constant dense<[-1.875, 0.875, 0.5, -1.875]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-1.5         0.34146342  0.1        -1.875     )
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.4636476 -0.8960554  1.1071488  0.       )
  // EXEC-NEXT:  ( 0.         0.4636476 -0.8960554  1.1071488))
  return
}
