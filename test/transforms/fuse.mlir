// RUN: cjax-opt --fuse %s | FileCheck %s

// Softmax over the last axis is one kernel.
// CHECK-LABEL: func.func @softmax(
// CHECK-NEXT:    %[[R:.*]] = cjax.fusion %{{.*}} : (tensor<8x100xf32>) -> tensor<8x100xf32> {
// CHECK:           cjax.reduce_max
// CHECK:           cjax.exp
// CHECK:           cjax.reduce_sum
// CHECK:           cjax.div
// CHECK:         return %[[R]]
func.func @softmax(%x: tensor<8x100xf32>) -> tensor<8x100xf32> {
  %m = cjax.reduce_max %x over [1] : tensor<8x100xf32> -> tensor<8xf32>
  %mb = cjax.broadcast_in_dim %m dims [0] : tensor<8xf32> -> tensor<8x100xf32>
  %d = cjax.sub %x, %mb : tensor<8x100xf32>
  %e = cjax.exp %d : tensor<8x100xf32>
  %s = cjax.reduce_sum %e over [1] : tensor<8x100xf32> -> tensor<8xf32>
  %sb = cjax.broadcast_in_dim %s dims [0] : tensor<8xf32> -> tensor<8x100xf32>
  %y = cjax.div %e, %sb : tensor<8x100xf32>
  return %y : tensor<8x100xf32>
}

// A scalar in between parts the kernels: as one, they would depend on themselves.
// CHECK-LABEL: func.func @normalise(
// CHECK:         %[[A:.*]] = cjax.fusion %[[X:.*]] : (tensor<100xf32>) -> tensor<f32>
// CHECK:         %[[N:.*]] = cjax.sqrt %[[A]] : tensor<f32>
// CHECK:         cjax.fusion %[[X]], %[[N]] : (tensor<100xf32>, tensor<f32>) -> tensor<100xf32>
func.func @normalise(%x: tensor<100xf32>) -> tensor<100xf32> {
  %q = cjax.mul %x, %x : tensor<100xf32>
  %s = cjax.reduce_sum %q over [0] : tensor<100xf32> -> tensor<f32>
  %n = cjax.sqrt %s : tensor<f32>
  %nb = cjax.broadcast_in_dim %n dims [] : tensor<f32> -> tensor<100xf32>
  %y = cjax.div %x, %nb : tensor<100xf32>
  return %y : tensor<100xf32>
}

// Nothing crosses an effect; arrays of few elements stay outside; a gather is no part of a kernel.
// CHECK-LABEL: func.func @apart(
// CHECK:         %[[A:.*]] = cjax.exp %{{.*}} : tensor<20xf32>
// CHECK-NEXT:    cjax.print
// CHECK-NEXT:    cjax.neg %[[A]] : tensor<20xf32>
// CHECK:         %[[B:.*]] = cjax.mul %{{.*}} : tensor<3xf32>
// CHECK-NEXT:    cjax.neg %[[B]] : tensor<3xf32>
func.func @apart(%x: tensor<20xf32>, %y: tensor<3xf32>) -> (tensor<20xf32>, tensor<3xf32>) {
  %a = cjax.exp %x : tensor<20xf32>
  cjax.print ["\0A"] as []
  %b = cjax.neg %a : tensor<20xf32>
  %c = cjax.mul %y, %y : tensor<3xf32>
  %d = cjax.neg %c : tensor<3xf32>
  return %b, %d : tensor<20xf32>, tensor<3xf32>
}

// Two results, one of them between: %b needs %s, which comes from outside the kernel of %a.
// CHECK-LABEL: func.func @around(
// CHECK:         %[[A:.*]] = cjax.exp
// CHECK:         %[[S:.*]] = cjax.cumsum %[[A]]
// CHECK:         cjax.mul %[[A]], %[[S]]
func.func @around(%x: tensor<20xf32>) -> tensor<20xf32> {
  %a = cjax.exp %x : tensor<20xf32>
  %s = cjax.cumsum %a along 0 : tensor<20xf32>
  %b = cjax.mul %a, %s : tensor<20xf32>
  return %b : tensor<20xf32>
}
