// reduce_xor.mlir -- bitwise xor over axes
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xi32>) -> tensor<3xi32> {
  // CHECK: cjax.reduce_xor %{{.*}} over [0] : tensor<2x3xi32> -> tensor<3xi32>
  %r = cjax.reduce_xor %x over [0] : tensor<2x3xi32> -> tensor<3xi32>
  return %r : tensor<3xi32>
}

func.func @main() {
  %x = cjax.constant dense<[[3, 0, 6], [5, 0, 2]]> : tensor<2x3xi32>
  %r = func.call @f(%x) : (tensor<2x3xi32>) -> tensor<3xi32>
  cjax.print ["", "\0A"] with %r : tensor<3xi32> as ["str"]
  // RUN: [6 0 4]
  return
}
