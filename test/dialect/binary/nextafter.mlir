// nextafter.mlir -- the next float after x towards y
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.nextafter %{{.*}}, %{{.*}} : tensor<4xf32>
  %r = cjax.nextafter %x, %y : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[1.0, -1.0, 0.0, 2.0]> : tensor<4xf32>
  %y = cjax.constant dense<[2.0, 0.0, 1.0, 2.0]> : tensor<4xf32>
  %r = func.call @f(%x, %y) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [ 1.0000001e+00 -9.9999994e-01  1.4012985e-45  2.0000000e+00]
  return
}
