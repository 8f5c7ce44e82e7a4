// log1p.mlir -- log(1 + x)
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.log1p %{{.*}} : tensor<4xf32>
  %r = cjax.log1p %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.25, 2.0, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (0.4054651 0.8109302 1.0986123 1.3862944)
  %d0 = cjax.constant dense<[0.25, -0.75, 0.375, -0.625]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.16666667 -0.33333334  0.125      -0.15625   )
  %c0 = cjax.constant dense<[-0.375, 1.5, -1.125, 0.5]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.25       0.6666667 -0.375      0.125    )
  %b0 = cjax.constant dense<[[0.5, 1.25, 2.0, 3.0], [3.0, 0.5, 1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.4054651 0.8109302 1.0986123 1.3862944)
  // EXEC-NEXT:  (1.3862944 0.4054651 0.8109302 1.0986123))
  return
}
