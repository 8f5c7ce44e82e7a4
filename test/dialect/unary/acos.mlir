// acos.mlir -- acos of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.acos %{{.*}} : tensor<4xf32>
  %r = cjax.acos %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -0.25, 0.75, 0.1]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (1.0471976 1.8234766 0.7227343 1.4706289)
  %d0 = cjax.constant dense<[-1.375, 1.875, 1.5, 1.25]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.5877132 -1.9364916 -2.2677867 -1.2562972)
  %c0 = cjax.constant dense<[-0.125, -1.125, 1.25, 1.75]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.14433756  1.161895   -1.8898224  -1.7588161 )
  %b0 = cjax.constant dense<[[0.5, -0.25, 0.75, 0.1], [0.1, 0.5, -0.25, 0.75]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((1.0471976 1.8234766 0.7227343 1.4706289)
  // EXEC-NEXT:  (1.4706289 1.0471976 1.8234766 0.7227343))
  return
}
