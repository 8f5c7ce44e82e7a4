// lu_pivots_to_permutation.mlir -- swaps in turn
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xi32>) -> (tensor<4xi32>) {
  // CHECK: cjax.lu_pivots_to_permutation %{{.*}} size 4 : tensor<3xi32> -> tensor<4xi32>
  %r:1 = cjax.lu_pivots_to_permutation %a0 size 4 : tensor<3xi32> -> tensor<4xi32>
  return %r#0 : tensor<4xi32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[1, 2, 2]> : tensor<3xi32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<3xi32>) -> (tensor<4xi32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<4xi32> as ["str"]
  // EXEC: (1 2 0 3)
  %b0_0_0 = cjax.constant dense<[[1, 2, 2], [2, 1, 2]]> : tensor<2x3xi32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x3xi32>) -> (tensor<2x4xi32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: ((1 2 0 3)
  // EXEC-NEXT:  (2 1 0 3))
  return
}
