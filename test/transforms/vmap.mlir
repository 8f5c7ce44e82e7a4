// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// Batching: one leading axis on what depends on batched arguments; calls are batched once per signature.

func.func private @inner(%x: tensor<3xf32>) -> tensor<f32> {
  %0 = cjax.reduce_max %x over [0] : tensor<3xf32> -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f(%x: tensor<3xf32>, %w: tensor<3xf32>) -> (tensor<f32>, tensor<f32>) {
  %0 = call @inner(%x) : (tensor<3xf32>) -> tensor<f32>
  %1 = call @inner(%w) : (tensor<3xf32>) -> tensor<f32>
  %2 = cjax.mul %0, %1 : tensor<f32>
  return %2, %1 : tensor<f32>, tensor<f32>
}

// CHECK-LABEL: func.func @main(
// CHECK-SAME:    %[[X:.*]]: tensor<3x5xf32>, %[[W:.*]]: tensor<3xf32>)
// CHECK-NEXT:    %[[T:.*]] = cjax.transpose %[[X]] perm [1, 0]
// CHECK-NEXT:    %[[R:.*]]:2 = call @f.vmap(%[[T]], %[[W]]) : {{.*}} -> (tensor<5xf32>, tensor<f32>)
// CHECK-NEXT:    return %[[R]]#0, %[[R]]#1
func.func @main(%x: tensor<3x5xf32>, %w: tensor<3xf32>) -> (tensor<5xf32>, tensor<f32>) {
  %0:2 = cjax.vmap @f(%x, %w) in [1, -1] out [0, -1] size 5
    : (tensor<3x5xf32>, tensor<3xf32>) -> (tensor<5xf32>, tensor<f32>)
  return %0#0, %0#1 : tensor<5xf32>, tensor<f32>
}

// CHECK-LABEL: func.func private @f.vmap(
// CHECK-NEXT:    %[[A:.*]] = call @inner.vmap(%{{.*}}) : (tensor<5x3xf32>) -> tensor<5xf32>
// CHECK-NEXT:    %[[B:.*]] = call @inner(%{{.*}}) : (tensor<3xf32>) -> tensor<f32>
// CHECK-NEXT:    %[[C:.*]] = cjax.broadcast_in_dim %[[B]] dims [] : tensor<f32> -> tensor<5xf32>
// CHECK-NEXT:    %[[D:.*]] = cjax.mul %[[A]], %[[C]]
// CHECK-NEXT:    return %[[D]], %[[B]]
