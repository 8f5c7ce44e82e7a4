// expm1.mlir -- e^x - 1
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.expm1 %{{.*}} : tensor<4xf32>
  %r = cjax.expm1 %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.6487213 -0.7134952  6.389056   0.       )
  %d0 = cjax.constant dense<[-1.5, 0.875, 0.125, -0.75]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-2.4730818  0.2506917  0.923632  -0.75     )
  %c0 = cjax.constant dense<[-0.0, 1.5, 1.75, -0.625]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.         0.4297572 12.930848  -0.625    )
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.6487213 -0.7134952  6.389056   0.       )
  // EXEC-NEXT:  ( 0.         0.6487213 -0.7134952  6.389056 ))
  return
}
