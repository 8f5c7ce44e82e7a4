// asin.mlir -- asin of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.asin %{{.*}} : tensor<4xf32>
  %r = cjax.asin %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -0.25, 0.75, 0.1]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [ 0.5235988  -0.25268024  0.8480621   0.10016742]
  return
}
