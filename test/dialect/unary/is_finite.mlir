// is_finite.mlir -- neither infinite nor nan
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xi1> {
  // CHECK: cjax.is_finite %{{.*}} : tensor<4xf32> -> tensor<4xi1>
  %r = cjax.is_finite %x : tensor<4xf32> -> tensor<4xi1>
  return %r : tensor<4xi1>
}

func.func @main() {
  %x = cjax.constant dense<[0x7FC00000, 0x7F800000, 0xFF800000, -0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xi1>
  cjax.print ["", "\0A"] with %r : tensor<4xi1> as ["str"]
  // RUN: [False False False  True]
  return
}
