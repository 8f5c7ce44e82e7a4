// simplify_outer.mlir -- contractions whose sums have one term are products, which kernels take in.
// RUN: cjax-opt --simplify %s | FileCheck %s
// RUN: cjax-opt --simplify --fuse %s | FileCheck %s --check-prefix=FUSED

// CHECK-LABEL: func.func @batch(
// CHECK-DAG:     %[[X:.*]] = cjax.broadcast_in_dim %arg0 dims [0, 1] : tensor<5x3xf32> -> tensor<5x3x4xf32>
// CHECK-DAG:     %[[Y:.*]] = cjax.broadcast_in_dim %arg1 dims [0, 2] : tensor<5x4xf32> -> tensor<5x3x4xf32>
// CHECK:         %[[Z:.*]] = cjax.mul %[[X]], %[[Y]]
// CHECK:         cjax.reduce_sum %[[Z]] over [0]
// The gradients of all examples are added up where they are made.
// FUSED-LABEL: func.func @batch(
// FUSED-NOT:     tensor<5x3x4xf32>
// FUSED:         cjax.fusion %arg0, %arg1 : (tensor<5x3xf32>, tensor<5x4xf32>) -> tensor<3x4xf32>
func.func @batch(%x: tensor<5x3xf32>, %y: tensor<5x4xf32>) -> tensor<3x4xf32> {
  %0 = cjax.dot_general %x, %y contract [], [] batch [0], [0] : (tensor<5x3xf32>, tensor<5x4xf32>) -> tensor<5x3x4xf32>
  %1 = cjax.reduce_sum %0 over [0] : tensor<5x3x4xf32> -> tensor<3x4xf32>
  return %1 : tensor<3x4xf32>
}

// A contracted dimension of 1.
// CHECK-LABEL: func.func @one(
// CHECK-NOT:     cjax.dot_general
// CHECK:         cjax.mul
func.func @one(%x: tensor<3x1xf64>, %y: tensor<1x4xf64>) -> tensor<3x4xf64> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<3x1xf64>, tensor<1x4xf64>) -> tensor<3x4xf64>
  return %0 : tensor<3x4xf64>
}

// Two terms; a wider result; a batch that is not first.
// CHECK-LABEL: func.func @none(
// CHECK-COUNT-3: cjax.dot_general
// CHECK-NOT:     cjax.mul
func.func @none(%x: tensor<3x2xf32>, %y: tensor<2x4xf32>, %u: tensor<5xf16>, %v: tensor<3x5xf32>, %w: tensor<5x2xf32>)
    -> (tensor<3x4xf32>, tensor<5x5xf32>, tensor<5x3x2xf32>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<3x2xf32>, tensor<2x4xf32>) -> tensor<3x4xf32>
  %1 = cjax.dot_general %u, %u contract [], [] batch [], [] : (tensor<5xf16>, tensor<5xf16>) -> tensor<5x5xf32>
  %2 = cjax.dot_general %v, %w contract [], [] batch [1], [0] : (tensor<3x5xf32>, tensor<5x2xf32>) -> tensor<5x3x2xf32>
  return %0, %1, %2 : tensor<3x4xf32>, tensor<5x5xf32>, tensor<5x3x2xf32>
}

// Transposed: the operands change places.
// CHECK-LABEL: func.func @transposed(
// CHECK-DAG:     %[[Y:.*]] = cjax.broadcast_in_dim %arg0 dims [0, 2] : tensor<5x3xf32> -> tensor<5x4x3xf32>
// CHECK-DAG:     %[[X:.*]] = cjax.broadcast_in_dim %arg1 dims [0, 1] : tensor<5x4xf32> -> tensor<5x4x3xf32>
// CHECK-NOT:     cjax.transpose
// CHECK:         cjax.mul %[[Y]], %[[X]]
func.func @transposed(%x: tensor<5x3xf32>, %y: tensor<5x4xf32>) -> tensor<5x4x3xf32> {
  %0 = cjax.dot_general %x, %y contract [], [] batch [0], [0] : (tensor<5x3xf32>, tensor<5x4xf32>) -> tensor<5x3x4xf32>
  %1 = cjax.transpose %0 perm [0, 2, 1] : tensor<5x3x4xf32> -> tensor<5x4x3xf32>
  return %1 : tensor<5x4x3xf32>
}
