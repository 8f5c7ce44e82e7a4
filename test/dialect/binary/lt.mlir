// lt.mlir -- comparison of floats, nan and -0.0 among them
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

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
  // EXEC: (False  True False False)
  %b0 = cjax.constant dense<[[1.0, 2.0, 0x7FC00000, 0.0], [0.0, 1.0, 2.0, 0x7FC00000]]> : tensor<2x4xf32>
  %b1 = cjax.constant dense<[[1.0, 3.0, 0x7FC00000, -0.0], [-0.0, 1.0, 3.0, 0x7FC00000]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xi1>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: ((False  True False False)
  // EXEC-NEXT:  (False False  True False))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xi1>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: ((False  True False False)
  // EXEC-NEXT:  ( True  True False False))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<4xf32>, tensor<2x4xf32>) -> tensor<2x4xi1>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: ((False  True False False)
  // EXEC-NEXT:  (False False False False))
  return
}
