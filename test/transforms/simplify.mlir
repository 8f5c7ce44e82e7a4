// RUN: cjax-opt --simplify %s | FileCheck %s

// CHECK-LABEL: func.func @identities(
// CHECK-SAME:    %[[X:.*]]: tensor<3xf32>, %[[Y:.*]]: tensor<3xf32>)
// CHECK-NEXT:    %[[D:.*]] = cjax.sub %[[X]], %[[Y]]
// CHECK-NEXT:    return %[[D]]
func.func @identities(%x: tensor<3xf32>, %y: tensor<3xf32>) -> tensor<3xf32> {
  %zero = cjax.constant dense<-0.0> : tensor<f32>
  %z = cjax.broadcast_in_dim %zero dims [] : tensor<f32> -> tensor<3xf32>
  %one = cjax.constant dense<1.0> : tensor<3xf32>
  %0 = cjax.add %x, %z : tensor<3xf32>
  %1 = cjax.mul %one, %0 : tensor<3xf32>
  %2 = cjax.neg %y : tensor<3xf32>
  %3 = cjax.add %1, %2 : tensor<3xf32>
  %4 = cjax.stop_gradient %3 : tensor<3xf32>
  return %4 : tensor<3xf32>
}

// keepdims=True: the axis of size 1 disappears.
// CHECK-LABEL: func.func @keepdims(
// CHECK-NEXT:    %[[S:.*]] = cjax.reduce_sum %{{.*}} over [1]
// CHECK-NEXT:    %[[L:.*]] = cjax.log %[[S]] : tensor<4xf32>
// CHECK-NEXT:    %[[B:.*]] = cjax.broadcast_in_dim %[[L]] dims [0] : tensor<4xf32> -> tensor<4x9xf32>
// CHECK-NEXT:    cjax.sub %{{.*}}, %[[B]]
func.func @keepdims(%x: tensor<4x9xf32>) -> tensor<4x9xf32> {
  %0 = cjax.reduce_sum %x over [1] : tensor<4x9xf32> -> tensor<4xf32>
  %1 = cjax.broadcast_in_dim %0 dims [0] : tensor<4xf32> -> tensor<4x1xf32>
  %2 = cjax.log %1 : tensor<4x1xf32>
  %3 = cjax.reshape %2 : tensor<4x1xf32> -> tensor<4xf32>
  %4 = cjax.broadcast_in_dim %3 dims [0] : tensor<4xf32> -> tensor<4x9xf32>
  %5 = cjax.sub %x, %4 : tensor<4x9xf32>
  return %5 : tensor<4x9xf32>
}

// CHECK-LABEL: func.func @constants()
// CHECK-NEXT:    %[[A:.*]] = cjax.constant dense<3.0{{.*}}> : tensor<1000xf32>
// CHECK-NEXT:    %[[B:.*]] = cjax.constant dense<[5, 7]> : tensor<2xi32>
// CHECK-NEXT:    return %[[A]], %[[B]]
func.func @constants() -> (tensor<1000xf32>, tensor<2xi32>) {
  %a = cjax.constant dense<9.0> : tensor<1000xf32>
  %b = cjax.sqrt %a : tensor<1000xf32>
  %c = cjax.constant dense<[2, 3]> : tensor<2xi32>
  %d = cjax.constant dense<[3, 4]> : tensor<2xi32>
  %e = cjax.add %c, %d : tensor<2xi32>
  return %b, %e : tensor<1000xf32>, tensor<2xi32>
}

// Transposes go into contractions.
// CHECK-LABEL: func.func @dot(
// CHECK-SAME:    %[[X:.*]]: tensor<5x3xf32>, %[[Y:.*]]: tensor<4x5xf32>)
// CHECK-NEXT:    cjax.dot_general %[[Y]], %[[X]] contract [1], [0] batch [], [] : {{.*}} -> tensor<4x3xf32>
func.func @dot(%x: tensor<5x3xf32>, %y: tensor<4x5xf32>) -> tensor<4x3xf32> {
  %0 = cjax.transpose %x perm [1, 0] : tensor<5x3xf32> -> tensor<3x5xf32>
  %1 = cjax.dot_general %0, %y contract [1], [1] batch [], []
    : (tensor<3x5xf32>, tensor<4x5xf32>) -> tensor<3x4xf32>
  %2 = cjax.transpose %1 perm [1, 0] : tensor<3x4xf32> -> tensor<4x3xf32>
  return %2 : tensor<4x3xf32>
}
