// div.mlir -- x / y
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.div %{{.*}}, %{{.*}} : tensor<4xf32>
  %r = cjax.div %x, %y : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %y = cjax.constant dense<[2.0, 0.5, -1.5, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.25      -2.5       -1.3333334  0.       )
  %d0 = cjax.constant dense<[-0.375, -2.0, 1.0, 1.375]> : tensor<4xf32>
  %d1 = cjax.constant dense<[-1.5, 0.875, 1.25, 1.875]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %d0, %d1) wrt [0, 1] : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.          0.375      -1.7777779   0.45833334)
  %c0 = cjax.constant dense<[1.375, -0.25, 1.875, 1.875]> : tensor<4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %c0) wrt [0, 1] : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.6875 -0.5    -1.25    0.625 )
  cjax.print ["", "\0A"] with %p#2 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.171875  -1.25      -1.6666666 -0.       )
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %b1 = cjax.constant dense<[[2.0, 0.5, -1.5, 3.0], [3.0, 2.0, 0.5, -1.5]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.25      -2.5       -1.3333334  0.       )
  // EXEC-NEXT:  ( 0.         0.25      -2.5       -1.3333334))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.25      -2.5       -1.3333334  0.       )
  // EXEC-NEXT:  ( 0.         1.         0.8333334  0.6666667))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.25       -2.5        -1.3333334   0.        )
  // EXEC-NEXT:  ( 0.16666667 -0.625       4.         -0.        ))
  return
}
