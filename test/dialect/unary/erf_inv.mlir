// erf_inv.mlir -- inverse error function
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.erf_inv %{{.*}} : tensor<4xf32>
  %r = cjax.erf_inv %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -0.25, 0.75, 0.1]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.47693628 -0.22531205  0.8134198   0.08885599)
  %d0 = cjax.constant dense<[-0.75, -1.25, 0.75, -1.25]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-0.8344387 -1.1654729  1.2881248 -1.1165646)
  %c0 = cjax.constant dense<[0.25, 0.375, 1.875, -1.75]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.27814624  0.34964186  3.220312   -1.5631905 )
  %b0 = cjax.constant dense<[[0.5, -0.25, 0.75, 0.1], [0.1, 0.5, -0.25, 0.75]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.47693628 -0.22531205  0.8134198   0.08885599)
  // EXEC-NEXT:  ( 0.08885599  0.47693628 -0.22531205  0.8134198 ))
  return
}
