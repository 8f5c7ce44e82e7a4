// reduce_and.mlir -- bitwise and over axes
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xi32>) -> tensor<3xi32> {
  // CHECK: cjax.reduce_and %{{.*}} over [0] : tensor<2x3xi32> -> tensor<3xi32>
  %r = cjax.reduce_and %x over [0] : tensor<2x3xi32> -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func @main() {
  %x = cjax.constant dense<[[3, 0, 6], [5, 0, 2]]> : tensor<2x3xi32>
  %r = func.call @f(%x) : (tensor<2x3xi32>) -> tensor<3xi32>
  cjax.print ["", "\0A"] with %r : tensor<3xi32> as ["str"]
  // EXEC: (1 0 2)
  %b0 = cjax.constant dense<[[[3, 0, 6], [5, 0, 2]], [[2, 3, 0], [6, 5, 0]]]> : tensor<2x2x3xi32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xi32>) -> tensor<2x3xi32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3xi32> as ["str"]
  // EXEC-NEXT: ((1 0 2)
  // EXEC-NEXT:  (2 1 0))
  return
}
