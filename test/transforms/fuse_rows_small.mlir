// fuse_rows_small.mlir -- what is done with the result of each row joins the reduction, however few rows there are.
// RUN: cjax-opt --fuse %s | FileCheck %s

// CHECK-LABEL: func.func @norms(
// CHECK-NEXT:    %[[R:.*]] = cjax.fusion %{{.*}} : (tensor<8x1024xf32>) -> tensor<8xf32> {
// CHECK:           cjax.reduce_sum
// CHECK-NEXT:      cjax.sqrt
// CHECK-NEXT:      cjax.yield
// CHECK:         return %[[R]]
func.func @norms(%x: tensor<8x1024xf32>) -> tensor<8xf32> {
  %s = cjax.reduce_sum %x over [1] : tensor<8x1024xf32> -> tensor<8xf32>
  %r = cjax.sqrt %s : tensor<8xf32>
  return %r : tensor<8xf32>
}
