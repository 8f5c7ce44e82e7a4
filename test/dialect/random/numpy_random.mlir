// numpy_random.mlir -- the op round-trips.
// RUN: cjax-opt %s | FileCheck %s

// CHECK-LABEL: @draw
// CHECK: cjax.numpy_random "normal"(%{{.*}}, %{{.*}}) : (tensor<13xui32>, tensor<2x1xf64>) -> (tensor<4xf64>, tensor<13xui32>)
func.func @draw(%state: tensor<13xui32>, %p: tensor<2x1xf64>) -> (tensor<4xf64>, tensor<13xui32>) {
  %y, %next = cjax.numpy_random "normal" (%state, %p) : (tensor<13xui32>, tensor<2x1xf64>) -> (tensor<4xf64>, tensor<13xui32>)
  return %y, %next : tensor<4xf64>, tensor<13xui32>
}
