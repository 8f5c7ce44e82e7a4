// clz.mlir -- number of leading zero bits
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.clz %{{.*}} : tensor<4xi32>
  %r = cjax.clz %x : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 1, -1, 300]> : tensor<4xi32>
  %r = func.call @f(%x) : (tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // EXEC: (32 31  0 23)
  %b0 = cjax.constant dense<[[0, 1, -1, 300], [300, 0, 1, -1]]> : tensor<2x4xi32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xi32>) -> tensor<2x4xi32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: ((32 31  0 23)
  // EXEC-NEXT:  (23 32 31  0))
  return
}
