// igammac.mlir -- its complement
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.igammac %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.igammac %a0, %a1 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.5, 2.0, 3.5]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (0.47950011 0.5578254  0.02511636)
  %d0_1 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %d0_1) wrt [1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-0.32954347 -0.20918453  0.01827228)
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %x0_1, %c0_0) wrt [1] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-0.5492391   0.04183691 -0.        )
  %b0_0_0 = cjax.constant dense<[[0.5, 2.0, 3.5], [3.5, 0.5, 2.0]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.47950011 0.5578254  0.02511636)
  // EXEC-NEXT:  (0.99944645 0.08326451 0.00301916))
  %b0_1_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((4.7950011e-01 5.5782539e-01 2.5116362e-02)
  // EXEC-NEXT:  (6.3342486e-05 9.7350097e-01 8.8500226e-01))
  return
}
