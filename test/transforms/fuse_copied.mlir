// fuse_copied.mlir -- a broadcast that a kernel copies stays behind the kernel for others, which need it too.
// RUN: cjax-opt --fuse %s | FileCheck %s

// CHECK:      %[[K:.*]]:2 = cjax.fusion %{{.*}} : (tensor<3x4x6xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>)
// CHECK:      %[[B:.*]] = cjax.broadcast_in_dim %[[K]]#0
// CHECK-NEXT: cjax.reshape %[[B]]
func.func @f(%x: tensor<3x4x6xf32>) -> (tensor<3x4xf32>, tensor<12x6xf32>) {
  %s = cjax.square %x : tensor<3x4x6xf32>
  %0 = cjax.reduce_sum %s over [2] : tensor<3x4x6xf32> -> tensor<3x4xf32>
  %1 = cjax.broadcast_in_dim %0 dims [0, 1] : tensor<3x4xf32> -> tensor<3x4x6xf32>
  %2 = cjax.reduce_prod %1 over [2] : tensor<3x4x6xf32> -> tensor<3x4xf32>
  %3 = cjax.reshape %1 : tensor<3x4x6xf32> -> tensor<12x6xf32>
  %4 = cjax.cumsum %3 along 1 : tensor<12x6xf32>
  return %2, %4 : tensor<3x4xf32>, tensor<12x6xf32>
}
