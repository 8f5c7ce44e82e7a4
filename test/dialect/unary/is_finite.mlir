// is_finite.mlir -- neither infinite nor nan
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xi1> {
  // CHECK: cjax.is_finite %{{.*}} : tensor<4xf32> -> tensor<4xi1>
  %r = cjax.is_finite %x : tensor<4xf32> -> tensor<4xi1>
  return %r : tensor<4xi1>
}

func.func @main() {
  %x = cjax.constant dense<[0x7FC00000, 0x7F800000, 0xFF800000, -0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xi1>
  cjax.print ["", "\0A"] with %r : tensor<4xi1> as ["str"]
  // EXEC: (False False False  True)
  %b0 = cjax.constant dense<[[0x7FC00000, 0x7F800000, 0xFF800000, -0.0], [-0.0, 0x7FC00000, 0x7F800000, 0xFF800000]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xi1>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: ((False False False  True)
  // EXEC-NEXT:  ( True False False False))
  return
}
