// integer_pow.mlir -- x^-3, multiplied out
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.integer_pow %{{.*}} {y = -3 : i64} : tensor<4xf32>
  %r = cjax.integer_pow %x {y = -3 : i64} : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.25, 2.0, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (8.         0.512      0.125      0.03703704)
  %d0 = cjax.constant dense<[-0.0, 1.0, -1.25, -0.5]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.         -1.2287999   0.234375    0.01851852)
  %c0 = cjax.constant dense<[-1.75, 0.875, -1.625, -0.375]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 8.4000000e+01 -1.0752000e+00  3.0468750e-01  1.3888889e-02)
  %b0 = cjax.constant dense<[[0.5, 1.25, 2.0, 3.0], [3.0, 0.5, 1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((8.         0.512      0.125      0.03703704)
  // EXEC-NEXT:  (0.03703704 8.         0.512      0.125     ))
  return
}
