// lt.mlir -- comparison of floats, nan and -0.0 among them
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xi1> {
  // CHECK: cjax.lt %{{.*}}, %{{.*}} : tensor<4xf32> -> tensor<4xi1>
  %r = cjax.lt %x, %y : tensor<4xf32> -> tensor<4xi1>
  return %r : tensor<4xi1>
}

func.func @main() {
  %x = cjax.constant dense<[1.0, 2.0, 0x7FC00000, 0.0]> : tensor<4xf32>
  %y = cjax.constant dense<[1.0, 3.0, 0x7FC00000, -0.0]> : tensor<4xf32>
  %r = func.call @f(%x, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  cjax.print ["", "\0A"] with %r : tensor<4xi1> as ["str"]
  // RUN: [False  True False False]
  return
}
