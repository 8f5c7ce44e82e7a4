// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// Reverse mode: a function splits into values with residuals (.fwd) and a linear part, which is transposed (.pull).

func.func private @f(%x: tensor<3xf32>, %w: tensor<f32>) -> tensor<f32> {
  %0 = cjax.sin %x : tensor<3xf32>
  %1 = cjax.broadcast_in_dim %w dims [] : tensor<f32> -> tensor<3xf32>
  %2 = cjax.mul %0, %1 : tensor<3xf32>
  %3 = cjax.reduce_sum %2 over [0] : tensor<3xf32> -> tensor<f32>
  return %3 : tensor<f32>
}

// CHECK-LABEL: func.func @grad(
// CHECK-SAME:    %[[X:.*]]: tensor<3xf32>, %[[W:.*]]: tensor<f32>)
// CHECK:         %[[Y:.*]]:3 = call @f.fwd(%[[X]], %[[W]])
// CHECK:         %[[G:.*]] = call @f.pull(%[[Y]]#1, %[[W]], %{{.*}})
// CHECK:         return %[[G]]
func.func @grad(%x: tensor<3xf32>, %w: tensor<f32>) -> tensor<3xf32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %y, %g = cjax.vjp @f(%x, %w, %one) wrt [0]
    : (tensor<3xf32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<3xf32>)
  return %g : tensor<3xf32>
}

// CHECK-LABEL: func.func private @f.fwd(
// CHECK-DAG:     %[[COS:.*]] = cjax.cos
// CHECK:         return %{{.*}}, %[[COS]], %{{.*}} : tensor<f32>, tensor<3xf32>, tensor<f32>

// The broadcast of w is repeated, not saved.
// CHECK-LABEL: func.func private @f.lin(
// CHECK-SAME:    %[[COS:.*]]: tensor<3xf32>, %[[W:.*]]: tensor<f32>, %[[DX:.*]]: tensor<3xf32>)
// CHECK-NEXT:    cjax.mul %[[DX]], %[[COS]]
// CHECK-NEXT:    cjax.broadcast_in_dim %[[W]]
// CHECK-NEXT:    cjax.mul
// CHECK-NEXT:    cjax.reduce_sum

// CHECK-LABEL: func.func private @f.pull(
// CHECK-SAME:    %[[COS:.*]]: tensor<3xf32>, %[[W:.*]]: tensor<f32>, %[[CT:.*]]: tensor<f32>)
// CHECK-NEXT:    %[[WB:.*]] = cjax.broadcast_in_dim %[[W]]
// CHECK-NEXT:    %[[CTB:.*]] = cjax.broadcast_in_dim %[[CT]]
// CHECK-NEXT:    %[[P:.*]] = cjax.mul %[[CTB]], %[[WB]]
// CHECK-NEXT:    %[[Q:.*]] = cjax.mul %[[P]], %[[COS]]
// CHECK-NEXT:    return %[[Q]]
