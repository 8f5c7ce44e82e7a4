// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// A checkpointed function saves its arguments; the pull-back computes the rest again, behind a barrier.

func.func private @f(%x: tensor<f32>) -> tensor<f32> attributes {cjax.checkpoint = "nothing"} {
  %0 = cjax.sin %x : tensor<f32>
  %1 = cjax.exp %0 : tensor<f32>
  return %1 : tensor<f32>
}
// The policy "names" keeps what has one of the names.
func.func private @g(%x: tensor<f32>) -> tensor<f32> attributes {cjax.checkpoint = "names a b"} {
  %0 = cjax.sin %x : tensor<f32>
  %1 = cjax.name %0 "a" : tensor<f32>
  %2 = cjax.exp %1 : tensor<f32>
  return %2 : tensor<f32>
}
func.func @main(%x: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %p:2 = cjax.vjp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %q:2 = cjax.vjp @g(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %p#1, %q#1 : tensor<f32>, tensor<f32>
}
// CHECK-LABEL: func.func private @f.fwd(
// CHECK-SAME:    -> (tensor<f32>, tensor<f32>)
// CHECK:         return %{{.*}}, %arg0
// CHECK-LABEL: func.func private @f.pull(
// CHECK-NEXT:    %[[X:.*]] = cjax.optimization_barrier %arg0
// CHECK:         cjax.sin %[[X]]
// CHECK:         cjax.exp
// CHECK-LABEL: func.func private @g.flat.fwd(
// CHECK:         %[[N:.*]] = cjax.name %{{.*}} "a"
// CHECK:         return %{{.*}}, %arg0, %[[N]]
