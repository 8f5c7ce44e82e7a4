// round.mlir -- nearest integer; halves away from zero or to even
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.round %{{.*}} {to_nearest_even} : tensor<4xf32>
  %r = cjax.round %x {to_nearest_even} : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.5, -2.5, 2.4]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.  2. -2.  2.)
  %b0 = cjax.constant dense<[[0.5, 1.5, -2.5, 2.4], [2.4, 0.5, 1.5, -2.5]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.  2. -2.  2.)
  // EXEC-NEXT:  ( 2.  0.  2. -2.))
  return
}
