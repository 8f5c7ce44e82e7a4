// argmax.mlir -- first index of the extremum; the first nan wins
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2xi32> {
  // CHECK: cjax.argmax %{{.*}} over 1 : tensor<2x3xf32> -> tensor<2xi32>
  %r = cjax.argmax %x over 1 : tensor<2x3xf32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 5.0, 5.0], [0x7FC00000, 9.0, 0x7FC00000]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2xi32>
  cjax.print ["", "\0A"] with %r : tensor<2xi32> as ["str"]
  // RUN: [1 0]
  return
}
