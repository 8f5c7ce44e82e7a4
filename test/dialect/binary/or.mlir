// or.mlir -- bitwise or
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xi32>, %y: tensor<4xi32>) -> tensor<4xi32> {
  // CHECK: cjax.or %{{.*}}, %{{.*}} : tensor<4xi32>
  %r = cjax.or %x, %y : tensor<4xi32>
  return %r : tensor<4xi32>
}

func.func @main() {
  %x = cjax.constant dense<[3, -4, 0, 7]> : tensor<4xi32>
  %y = cjax.constant dense<[2, 3, 0, -7]> : tensor<4xi32>
  %r = func.call @f(%x, %y) : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %r : tensor<4xi32> as ["str"]
  // EXEC: ( 3 -1  0 -1)
  %b0 = cjax.constant dense<[[3, -4, 0, 7], [7, 3, -4, 0]]> : tensor<2x4xi32>
  %b1 = cjax.constant dense<[[2, 3, 0, -7], [-7, 2, 3, 0]]> : tensor<2x4xi32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x4xi32>, tensor<2x4xi32>) -> tensor<2x4xi32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: (( 3 -1  0 -1)
  // EXEC-NEXT:  (-1  3 -1  0))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x4xi32>, tensor<4xi32>) -> tensor<2x4xi32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: (( 3 -1  0 -1)
  // EXEC-NEXT:  ( 7  3 -4 -7))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<4xi32>, tensor<2x4xi32>) -> tensor<2x4xi32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xi32> as ["str"]
  // EXEC-NEXT: (( 3 -1  0 -1)
  // EXEC-NEXT:  (-5 -2  3  7))
  return
}
