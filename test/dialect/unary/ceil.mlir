// ceil.mlir -- smallest integer not below x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.ceil %{{.*}} : tensor<4xf32>
  %r = cjax.ceil %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[1.5, -1.5, 2.0, -0.2]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 2. -1.  2. -0.)
  %b0 = cjax.constant dense<[[1.5, -1.5, 2.0, -0.2], [-0.2, 1.5, -1.5, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 2. -1.  2. -0.)
  // EXEC-NEXT:  (-0.  2. -1.  2.))
  return
}
