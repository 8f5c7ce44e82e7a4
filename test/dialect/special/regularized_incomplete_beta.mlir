// regularized_incomplete_beta.mlir -- the incomplete beta function
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>, %a2: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.regularized_incomplete_beta %{{.*}}, %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.regularized_incomplete_beta %a0, %a1, %a2 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.5, 2.0, 3.5]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %x0_2 = cjax.constant dense<[0.125, 0.5, 0.75]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1, %x0_2) : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (0.13935329 0.38128155 0.9992757 )
  %d0_2 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %x0_2, %d0_2) wrt [2] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.223562    0.82864076 -0.02112283)
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %x0_1, %x0_2, %c0_0) wrt [2] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.37260336 -0.16572815  0.        )
  %b0_0_0 = cjax.constant dense<[[0.5, 2.0, 3.5], [3.5, 0.5, 2.0]]> : tensor<2x3xf32>
  %b0_0_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %b0_0_2 = cjax.constant dense<[[0.125, 0.5, 0.75], [0.75, 0.125, 0.5]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %b0_0_1, %b0_0_2) in [0, 0, 0] out [0] size 2 : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.13935329 0.38128155 0.9992757 )
  // EXEC-NEXT:  (0.9992757  0.13935329 0.38128155))
  %b0_1_2 = cjax.constant dense<[[0.125, 0.5, 0.75], [0.75, 0.125, 0.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %x0_1, %b0_1_2) in [-1, -1, 0] out [0] size 2 : (tensor<3xf32>, tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((0.13935329 0.38128155 0.9992757 )
  // EXEC-NEXT:  (0.4455149  0.02804603 0.9189776 ))
  return
}
