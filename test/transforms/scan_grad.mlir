// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// Reverse mode of scan: the forward scan stacks residuals, the backward one runs the other way.  cos w does not change from
// one iteration to the next: it is computed before the loop.  The xs are scanned again rather than saved.

func.func private @f(%c: tensor<f32>, %xs: tensor<6xf32>, %w: tensor<f32>) -> tensor<f32> {
  %0 = cjax.scan %c, %xs carry 1 length 6 : (tensor<f32>, tensor<6xf32>) -> tensor<f32> do {
  ^bb0(%a: tensor<f32>, %x: tensor<f32>):
    %s = cjax.sin %w : tensor<f32>
    %p = cjax.mul %a, %s : tensor<f32>
    %y = cjax.mul %p, %x : tensor<f32>
    cjax.yield %y : tensor<f32>
  }
  return %0 : tensor<f32>
}
func.func @main(%c: tensor<f32>, %xs: tensor<6xf32>, %w: tensor<f32>) -> tensor<f32> {
  %y, %g = cjax.vjp @f(%c, %xs, %w, %c) wrt [2]
    : (tensor<f32>, tensor<6xf32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %g : tensor<f32>
}

// CHECK-LABEL: func.func private @f.fwd(
// CHECK:         %[[SIN:.*]] = cjax.sin
// CHECK:         %[[COS:.*]] = cjax.cos
// CHECK:         %[[S:.*]]:2 = cjax.scan %{{.*}}, %{{.*}} carry 1 length 6 :
// CHECK-NEXT:    ^bb0(%[[A:.*]]: tensor<f32>, %{{.*}}: tensor<f32>):
// CHECK:           cjax.yield %{{.*}}, %[[A]]
// CHECK:         return %[[S]]#0,

// CHECK-LABEL: func.func private @f.pull(
// CHECK:         cjax.scan {{.*}} carry 2 length 6 reverse
