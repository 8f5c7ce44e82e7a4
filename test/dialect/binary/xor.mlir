// xor.mlir -- bitwise xor
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xi32>, %y: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.xor %{{.*}}, %{{.*}} : tensor<4xi32>
  %r = cjax.xor %x, %y : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[3, -4, 0, 7]> : tensor<4xi32>
  %y = cjax.constant dense<[2, 3, 0, -7]> : tensor<4xi32>
  %r = func.call @f(%x, %y) : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // RUN: [ 1 -1  0 -2]
  return
}
