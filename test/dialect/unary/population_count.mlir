// population_count.mlir -- number of one bits
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.population_count %{{.*}} : tensor<4xi32>
  %r = cjax.population_count %x : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 255, 7, -1]> : tensor<4xi32>
  %r = func.call @f(%x) : (tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // RUN: [ 0  8  3 32]
  return
}
