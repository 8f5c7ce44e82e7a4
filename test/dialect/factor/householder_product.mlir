// householder_product.mlir -- q of a geqrf
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<4x3xf32>, %a1: tensor<3xf32>) -> (tensor<4x3xf32>) {
  // CHECK: cjax.householder_product %{{.*}}, %{{.*}} : (tensor<4x3xf32>, tensor<3xf32>) -> tensor<4x3xf32>
  %r:1 = cjax.householder_product %a0, %a1 : (tensor<4x3xf32>, tensor<3xf32>) -> (tensor<4x3xf32>)
  return %r#0 : tensor<4x3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0.0, 0.0625, 0.125], [-0.15625, -0.03125, -0.125], [-0.09375, 0.15625, -0.1875], [0.09375, -0.0625, 0.03125]]> : tensor<4x3xf32>
  %x0_1 = cjax.constant dense<[1.0, 1.2521724700927734, 1.389467716217041]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<4x3xf32>, tensor<3xf32>) -> (tensor<4x3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<4x3xf32> as ["str"]
  // EXEC: (( 0.         -0.06508127 -0.01957357)
  // EXEC-NEXT:  ( 0.15625    -0.24200352  0.07586034)
  // EXEC-NEXT:  ( 0.09375    -0.18955058 -0.3762574 )
  // EXEC-NEXT:  (-0.09375     0.07215941 -0.04980601))
  %b0_0_1 = cjax.constant dense<[[1.0, 1.2521724700927734, 1.389467716217041], [1.389467716217041, 1.0, 1.2521724700927734]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%x0_0, %b0_0_1) in [-1, 0] out [0] size 2 : (tensor<4x3xf32>, tensor<2x3xf32>) -> (tensor<2x4x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x4x3xf32> as ["str"]
  // EXEC-NEXT: ((( 0.         -0.06508127 -0.01957357)
  // EXEC-NEXT:   ( 0.15625    -0.24200352  0.07586034)
  // EXEC-NEXT:   ( 0.09375    -0.18955058 -0.3762574 )
  // EXEC-NEXT:   (-0.09375     0.07215941 -0.04980601))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.38946772 -0.02849494 -0.01867497)
  // EXEC-NEXT:   ( 0.21710433  0.00445233  0.03987426)
  // EXEC-NEXT:   ( 0.1302626  -0.1535786  -0.24464726)
  // EXEC-NEXT:   (-0.1302626   0.0598286  -0.04319094)))
  return
}
