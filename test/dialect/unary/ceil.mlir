// ceil.mlir -- smallest integer not below x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.ceil %{{.*}} : tensor<4xf32>
  %r = cjax.ceil %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[1.5, -1.5, 2.0, -0.2]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [ 2. -1.  2. -0.]
  return
}
