// select_n.mlir -- the case chosen by the first operand
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xi1>, %y: tensor<4xf32>, %z: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.select_n %{{.*}}, %{{.*}}, %{{.*}} : tensor<4xi1>, tensor<4xf32>, tensor<4xf32> -> tensor<4xf32>
  %r = cjax.select_n %x, %y, %z : tensor<4xi1>, tensor<4xf32>, tensor<4xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[true, false, true, true]> : tensor<4xi1>
  %y = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %z = cjax.constant dense<[2.0, 0.5, -1.5, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x, %y, %z) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // RUN: [ 2.   -1.25 -1.5   3.  ]
  return
}
