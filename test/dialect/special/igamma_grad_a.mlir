// igamma_grad_a.mlir -- the derivative by the parameter
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.igamma_grad_a %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.igamma_grad_a %a0, %a1 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.5, 2.0, 3.5]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (-0.7979473  -0.31348863 -0.02814782)
  %b0_0_0 = cjax.constant dense<[[0.5, 2.0, 3.5], [3.5, 0.5, 2.0]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-0.7979473  -0.31348863 -0.02814782)
  // EXEC-NEXT:  (-0.00154313 -0.23019435 -0.00537485))
  %b0_1_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-7.9794729e-01 -3.1348863e-01 -2.8147822e-02)
  // EXEC-NEXT:  (-2.6288469e-04 -6.1943535e-02 -1.2309103e-01))
  return
}
