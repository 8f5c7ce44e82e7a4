// igamma.mlir -- the incomplete gamma function
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.igamma %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.igamma %a0, %a1 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.5, 2.0, 3.5]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (0.5204999 0.4421746 0.9748836)
  %d0_0 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %d0_1 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %d0_0, %d0_1) wrt [0, 1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.25000888 -0.2377673   0.02814782)
  %c0_0 = cjax.constant dense<[0.25, -0.5, 1.0]> : tensor<3xf32>
  %p0:3 = cjax.vjp @f0(%x0_0, %x0_1, %c0_0) wrt [0, 1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-0.19948682  0.15674432 -0.02814782)
  cjax.print ["", "\0A"] with %p0#2 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.21969564 -0.16734762  0.01827228)
  %b0_0_0 = cjax.constant dense<[[0.5, 2.0, 3.5], [3.5, 0.5, 2.0]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((5.2049989e-01 4.4217461e-01 9.7488362e-01)
  // EXEC-NEXT:  (5.5351859e-04 9.1673547e-01 9.9698085e-01))
  %b0_1_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.5204999  0.4421746  0.9748836 )
  // EXEC-NEXT:  (0.99993664 0.02649902 0.11499777))
  return
}
