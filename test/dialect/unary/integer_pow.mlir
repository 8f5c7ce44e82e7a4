// integer_pow.mlir -- x^-3, multiplied out
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.integer_pow %{{.*}} {y = -3 : i64} : tensor<4xf32>
  %r = cjax.integer_pow %x {y = -3 : i64} : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.25, 2.0, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [8.         0.512      0.125      0.03703704]
  return
}
