// constant.mlir -- a known array
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f() -> tensor<2xi1> {
  // CHECK: cjax.constant dense<[true, false]> : tensor<2xi1>
  %r = cjax.constant dense<[true, false]> : tensor<2xi1>
  return %r : tensor<2xi1>
}

func.func @main() {
  %r = func.call @f() : () -> tensor<2xi1>
  cjax.print ["", "\0A"] with %r : tensor<2xi1> as ["str"]
  // EXEC: ( True False)
  return
}
