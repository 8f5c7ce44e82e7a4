// zeta.mlir -- Hurwitz's zeta function
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.zeta %{{.*}}, %{{.*}} : tensor<3xf32>
  %r:1 = cjax.zeta %a0, %a1 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[1.5, 3.0, 4.5]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[0.25, 1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (1.0213056e+01 4.1439831e-01 2.4446307e-04)
  %b0_0_0 = cjax.constant dense<[[1.5, 3.0, 4.5], [4.5, 1.5, 3.0]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((1.0213056e+01 4.1439831e-01 2.4446307e-04)
  // EXEC-NEXT:  (5.1240002e+02 1.9481108e+00 8.8497847e-03))
  %b0_1_1 = cjax.constant dense<[[0.25, 1.5, 8.0], [8.0, 0.25, 1.5]]> : tensor<2x3xf32>
  %m0_1:1 = cjax.vmap @f0(%x0_0, %b0_1_1) in [-1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_1#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((1.0213056e+01 4.1439831e-01 2.4446307e-04)
  // EXEC-NEXT:  (7.2989285e-01 6.4663872e+01 1.8318215e-01))
  return
}
