// bessel_i1e.mlir -- scaled modified Bessel function of order 1
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.bessel_i1e %{{.*}} : tensor<3xf32>
  %r:1 = cjax.bessel_i1e %a0 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.25, -1.5, 0.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: ( 0.09811263 -0.21903938  0.        )
  %d0_0 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.11267026  0.00147996 -0.5       )
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.18778376 -0.00029599  0.        )
  %b0_0_0 = cjax.constant dense<[[0.25, -1.5, 0.0], [0.0, 0.25, -1.5]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.09811263 -0.21903938  0.        )
  // EXEC-NEXT:  ( 0.          0.09811263 -0.21903938))
  return
}
