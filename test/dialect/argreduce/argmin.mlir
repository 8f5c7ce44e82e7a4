// argmin.mlir -- first index of the extremum; the first nan wins
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2xi32> {
  // CHECK: cjax.argmin %{{.*}} over 1 : tensor<2x3xf32> -> tensor<2xi32>
  %r = cjax.argmin %x over 1 : tensor<2x3xf32> -> tensor<2xi32>
  return %r : tensor<2xi32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 5.0, 5.0], [0x7FC00000, 9.0, 0x7FC00000]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2xi32>
  cjax.print ["", "\0A"] with %r : tensor<2xi32> as ["str"]
  // EXEC: (0 0)
  %b0 = cjax.constant dense<[[[1.0, 5.0, 5.0], [0x7FC00000, 9.0, 0x7FC00000]], [[0x7FC00000, 1.0, 5.0], [5.0, 0x7FC00000, 9.0]]]> : tensor<2x2x3xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2x3xf32>) -> tensor<2x2xi32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2xi32> as ["str"]
  // EXEC-NEXT: ((0 0)
  // EXEC-NEXT:  (0 1))
  return
}
