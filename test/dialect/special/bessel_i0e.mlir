// bessel_i0e.mlir -- scaled modified Bessel function of order 0
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.bessel_i0e %{{.*}} : tensor<3xf32>
  %r:1 = cjax.bessel_i0e %a0 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.25, -1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (0.7910172  0.3674336  0.14343178)
  %d0_0 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-0.2598392   0.09274639  0.00928929)
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-0.43306533 -0.01854928 -0.        )
  %b0_0_0 = cjax.constant dense<[[0.25, -1.5, 8.0], [8.0, 0.25, -1.5]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.7910172  0.3674336  0.14343178)
  // EXEC-NEXT:  (0.14343178 0.7910172  0.3674336 ))
  return
}
