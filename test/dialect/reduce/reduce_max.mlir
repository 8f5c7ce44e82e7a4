// reduce_max.mlir -- max over axes
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>) -> tensor<2xf32> {
  // CHECK: cjax.reduce_max %{{.*}} over [1] : tensor<2x3xf32> -> tensor<2xf32>
  %r = cjax.reduce_max %x over [1] : tensor<2x3xf32> -> tensor<2xf32>
  return %r : tensor<2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[1.0, 5.0, 2.0], [5.0, -1.0, 5.0]]> : tensor<2x3xf32>
  %r = func.call @f(%x) : (tensor<2x3xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2xf32> as ["str"]
  // RUN: [5. 5.]
  return
}
