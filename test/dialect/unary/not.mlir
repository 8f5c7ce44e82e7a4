// not.mlir -- complement
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.not %{{.*}} : tensor<4xi32>
  %r = cjax.not %x : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[3, -4, 0, 7]> : tensor<4xi32>
  %r = func.call @f(%x) : (tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // RUN: [-4  3 -1 -8]
  return
}
