// RUN: cjax-opt --fuse %s | FileCheck %s
// Rows that keep the reduced axis are rows all the same: a normalisation is one kernel.
// CHECK-LABEL: func.func @f
// CHECK: %[[Y:.*]] = cjax.fusion %arg0
// CHECK-NOT: cjax.fusion
// CHECK: return %[[Y]]
func.func @f(%x: tensor<16x32xf32>) -> tensor<16x32xf32> {
  %s = cjax.reduce_sum %x over [1] : tensor<16x32xf32> -> tensor<16xf32>
  %k = cjax.broadcast_in_dim %s dims [0] : tensor<16xf32> -> tensor<16x1xf32>
  %n = cjax.constant dense<32.0> : tensor<16x1xf32>
  %m = cjax.div %k, %n : tensor<16x1xf32>
  %b = cjax.broadcast_in_dim %m dims [0, 1] : tensor<16x1xf32> -> tensor<16x32xf32>
  %y = cjax.sub %x, %b : tensor<16x32xf32>
  func.return %y : tensor<16x32xf32>
}
