// clz.mlir -- number of leading zero bits
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.clz %{{.*}} : tensor<4xi32>
  %r = cjax.clz %x : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 1, -1, 300]> : tensor<4xi32>
  %r = func.call @f(%x) : (tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // RUN: [32 31  0 23]
  return
}
