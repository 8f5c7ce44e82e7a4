// symmetric_product.mlir -- alpha a a^T + beta c
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<2x3xf32>, %a1: tensor<2x2xf32>) -> (tensor<2x2xf32>) {
  // CHECK: cjax.symmetric_product %{{.*}}, %{{.*}} {alpha = 2.000000e+00 : f64, beta = 5.000000e-01 : f64} : (tensor<2x3xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  %r:1 = cjax.symmetric_product %a0, %a1 {alpha = 2.000000e+00 : f64, beta = 5.000000e-01 : f64} : (tensor<2x3xf32>, tensor<2x2xf32>) -> (tensor<2x2xf32>)
  return %r#0 : tensor<2x2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0.25, -0.25, 0.0], [-0.5, -0.75, 0.5]]> : tensor<2x3xf32>
  %x0_1 = cjax.constant dense<[[0.0, 0.25], [-0.5, -0.25]]> : tensor<2x2xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<2x3xf32>, tensor<2x2xf32>) -> (tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<2x2xf32> as ["str"]
  // EXEC: (( 0.25   0.25 )
  // EXEC-NEXT:  (-0.125  2.   ))
  %b0_0_0 = cjax.constant dense<[[[0.25, -0.25, 0.0], [-0.5, -0.75, 0.5]], [[0.5, 0.25, -0.25], [0.0, -0.5, -0.75]]]> : tensor<2x2x3xf32>
  %b0_0_1 = cjax.constant dense<[[[0.0, 0.25], [-0.5, -0.25]], [[-0.25, 0.0], [0.25, -0.5]]]> : tensor<2x2x2xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %b0_0_1) in [0, 0] out [0] size 2 : (tensor<2x2x3xf32>, tensor<2x2x2xf32>) -> (tensor<2x2x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( 0.25   0.25 )
  // EXEC-NEXT:   (-0.125  2.   ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 0.625  0.125)
  // EXEC-NEXT:   ( 0.25   1.375)))
  return
}
