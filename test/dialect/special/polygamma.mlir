// polygamma.mlir -- derivatives of digamma
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.polygamma %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.polygamma %a0, %a1 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.0, 1.0, 3.0]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (-4.2274537   0.9348022   0.00469924)
  %d0_1 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %d0_1) wrt [1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 6.4489985e+00 -5.1799786e-01  1.8687951e-03)
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %x0_1, %c0_0) wrt [1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (10.74833     0.10359958 -0.        )
  %b0_0_0 = cjax.constant dense<[[0.0, 1.0, 3.0], [3.0, 0.0, 1.0]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-4.2274537e+00  9.3480217e-01  4.6992400e-03)
  // EXEC-NEXT:  ( 1.5387821e+03  3.6489975e-02  1.3313702e-01))
  %b0_1_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-4.2274537e+00  9.3480217e-01  4.6992400e-03)
  // EXEC-NEXT:  ( 2.0156415e+00  1.7197329e+01  1.4090910e+00))
  return
}
