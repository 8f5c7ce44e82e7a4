// iota.mlir -- the index along one dimension
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f() -> tensor<2x3xf32> {
  // CHECK: cjax.iota dim 1 : tensor<2x3xf32>
  %r = cjax.iota dim 1 : tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

func.func @main() {
  %r = func.call @f() : () -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xf32> as ["str"]
  // EXEC: ((0. 1. 2.)
  // EXEC-NEXT:  (0. 1. 2.))
  return
}
