// population_count.mlir -- number of one bits
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.population_count %{{.*}} : tensor<4xi32>
  %r = cjax.population_count %x : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 255, 7, -1]> : tensor<4xi32>
  %r = func.call @f(%x) : (tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // EXEC: ( 0  8  3 32)
  %b0 = cjax.constant dense<[[0, 255, 7, -1], [-1, 0, 255, 7]]> : tensor<2x4xi32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xi32>) -> tensor<2x4xi32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: (( 0  8  3 32)
  // EXEC-NEXT:  (32  0  8  3))
  return
}
