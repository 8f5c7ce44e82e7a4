// sign.mlir -- -1, 0 or 1
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.sign %{{.*}} : tensor<4xf32>
  %r = cjax.sign %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[-2.5, 0.0, -0.0, 0x7FC00000]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (-1.  0. -0. nan)
  %b0 = cjax.constant dense<[[-2.5, 0.0, -0.0, 0x7FC00000], [0x7FC00000, -2.5, 0.0, -0.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((-1.  0. -0. nan)
  // EXEC-NEXT:  (nan -1.  0. -0.))
  return
}
