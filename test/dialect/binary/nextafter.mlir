// nextafter.mlir -- the next float after x towards y
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

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
  // EXEC: ( 1.0000001e+00 -9.9999994e-01  1.4012985e-45  2.0000000e+00)
  %b0 = cjax.constant dense<[[1.0, -1.0, 0.0, 2.0], [2.0, 1.0, -1.0, 0.0]]> : tensor<2x4xf32>
  %b1 = cjax.constant dense<[[2.0, 0.0, 1.0, 2.0], [2.0, 2.0, 0.0, 1.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.0000001e+00 -9.9999994e-01  1.4012985e-45  2.0000000e+00)
  // EXEC-NEXT:  ( 2.0000000e+00  1.0000001e+00 -9.9999994e-01  1.4012985e-45))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.0000001e+00 -9.9999994e-01  1.4012985e-45  2.0000000e+00)
  // EXEC-NEXT:  ( 2.0000000e+00  9.9999994e-01 -9.9999994e-01  1.4012985e-45))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.0000001e+00 -9.9999994e-01  1.4012985e-45  2.0000000e+00)
  // EXEC-NEXT:  ( 1.0000001e+00 -9.9999994e-01  0.0000000e+00  1.9999999e+00))
  return
}
