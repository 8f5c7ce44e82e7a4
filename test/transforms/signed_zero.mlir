// RUN: cjax-opt --simplify %s | FileCheck %s
// -0.0 + 0.0 is 0.0: only the other zero may go.

// CHECK-LABEL: func.func @sums
func.func @sums(%x: tensor<3xf32>, %i: tensor<3xi32>) -> (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xi32>) {
  %p = cjax.constant dense<0.0> : tensor<3xf32>
  %n = cjax.constant dense<-0.0> : tensor<3xf32>
  %z = cjax.constant dense<0> : tensor<3xi32>
  // CHECK: %[[A:.*]] = cjax.add %arg0
  %a = cjax.add %x, %p : tensor<3xf32>
  %b = cjax.add %n, %x : tensor<3xf32>
  %c = cjax.sub %x, %p : tensor<3xf32>
  // CHECK: %[[D:.*]] = cjax.sub %arg0
  %d = cjax.sub %x, %n : tensor<3xf32>
  %e = cjax.add %i, %z : tensor<3xi32>
  // CHECK: return %[[A]], %arg0, %arg0, %[[D]], %arg1
  return %a, %b, %c, %d, %e : tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xi32>
}
