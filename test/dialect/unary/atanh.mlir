// atanh.mlir -- atanh of x
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.atanh %{{.*}} : tensor<4xf32>
  %r = cjax.atanh %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -0.25, 0.75, 0.1]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [ 0.54930615 -0.25541282  0.97295505  0.10033535]
  return
}
