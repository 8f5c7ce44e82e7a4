// acosh.mlir -- acosh of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.acosh %{{.*}} : tensor<4xf32>
  %r = cjax.acosh %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[1.5, 2.25, 3.0, 4.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (0.9624236 1.4505745 1.7627472 2.063437 )
  %d0 = cjax.constant dense<[1.25, 0.5, 1.875, -0.5]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.118034    0.24806947  0.6629126  -0.12909944)
  %c0 = cjax.constant dense<[0.25, 0.375, 1.375, -1.375]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.2236068   0.1860521   0.4861359  -0.35502347)
  %b0 = cjax.constant dense<[[1.5, 2.25, 3.0, 4.0], [4.0, 1.5, 2.25, 3.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.9624236 1.4505745 1.7627472 2.063437 )
  // EXEC-NEXT:  (2.063437  0.9624236 1.4505745 1.7627472))
  return
}
