// join_windows.mlir -- contractions of windows become kernels; not where too few elements lie one after the other, nor under a batch.
// RUN: cjax-opt --join-windows %s | FileCheck %s

// The same windows in two contractions: over their elements, and over places.
// CHECK-LABEL: func.func @both(
// CHECK-NOT:     cjax.patches
// CHECK:         cjax.fusion %arg0, %arg1 : (tensor<2x6x7x8xf32>, tensor<72x5xf32>) -> tensor<40x5xf32> {
// CHECK-NEXT:    ^bb0(%[[X:.*]]: tensor<2x6x7x8xf32>, %[[W:.*]]: tensor<72x5xf32>):
// CHECK-NEXT:      %[[P:.*]] = cjax.patches %[[X]]
// CHECK-NEXT:      %[[R:.*]] = cjax.reshape %[[P]]
// CHECK-NEXT:      %[[Z:.*]] = cjax.dot_general %[[R]], %[[W]] contract [1], [0]
// CHECK-NEXT:      cjax.yield %[[Z]]
// CHECK-NOT:     cjax.patches
// CHECK:         cjax.fusion %arg0, %arg2
// CHECK:           cjax.dot_general {{.*}} contract [0], [0]
func.func @both(%x: tensor<2x6x7x8xf32>, %w: tensor<72x5xf32>, %z: tensor<40x5xf32>) -> (tensor<40x5xf32>, tensor<72x5xf32>) {
  %0 = cjax.patches %x {counts = array<i64: 4, 5>, dilations = array<i64: 1, 1>, dimensions = array<i64: 1, 2>, position = 3 : i64,
      sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>} : tensor<2x6x7x8xf32> -> tensor<2x4x5x3x3x8xf32>
  %1 = cjax.reshape %0 : tensor<2x4x5x3x3x8xf32> -> tensor<40x72xf32>
  %2 = cjax.dot_general %1, %w contract [1], [0] batch [], [] : (tensor<40x72xf32>, tensor<72x5xf32>) -> tensor<40x5xf32>
  %3 = cjax.dot_general %1, %z contract [0], [0] batch [], [] : (tensor<40x72xf32>, tensor<40x5xf32>) -> tensor<72x5xf32>
  return %2, %3 : tensor<40x5xf32>, tensor<72x5xf32>
}

// Three elements in a row.
// CHECK-LABEL: func.func @short(
// CHECK-NOT:     cjax.fusion
func.func @short(%x: tensor<2x6x7x1xf32>, %w: tensor<9x5xf32>) -> tensor<40x5xf32> {
  %0 = cjax.patches %x {counts = array<i64: 4, 5>, dilations = array<i64: 1, 1>, dimensions = array<i64: 1, 2>, position = 3 : i64,
      sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>} : tensor<2x6x7x1xf32> -> tensor<2x4x5x3x3x1xf32>
  %1 = cjax.reshape %0 : tensor<2x4x5x3x3x1xf32> -> tensor<40x9xf32>
  %2 = cjax.dot_general %1, %w contract [1], [0] batch [], [] : (tensor<40x9xf32>, tensor<9x5xf32>) -> tensor<40x5xf32>
  return %2 : tensor<40x5xf32>
}

// A sum for each image is no contraction of two dimensions.
// CHECK-LABEL: func.func @batch(
// CHECK-NOT:     cjax.fusion
func.func @batch(%x: tensor<2x6x7x8xf32>, %w: tensor<2x72x5xf32>) -> tensor<2x20x5xf32> {
  %0 = cjax.patches %x {counts = array<i64: 4, 5>, dilations = array<i64: 1, 1>, dimensions = array<i64: 1, 2>, position = 3 : i64,
      sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>} : tensor<2x6x7x8xf32> -> tensor<2x4x5x3x3x8xf32>
  %1 = cjax.reshape %0 : tensor<2x4x5x3x3x8xf32> -> tensor<2x20x72xf32>
  %2 = cjax.dot_general %1, %w contract [2], [1] batch [0], [0] : (tensor<2x20x72xf32>, tensor<2x72x5xf32>) -> tensor<2x20x5xf32>
  return %2 : tensor<2x20x5xf32>
}

// One column is a product with a vector.
// CHECK-LABEL: func.func @column(
// CHECK-NOT:     cjax.fusion
func.func @column(%x: tensor<2x6x7x8xf32>, %w: tensor<72x1xf32>) -> tensor<40x1xf32> {
  %0 = cjax.patches %x {counts = array<i64: 4, 5>, dilations = array<i64: 1, 1>, dimensions = array<i64: 1, 2>, position = 3 : i64,
      sizes = array<i64: 3, 3>, strides = array<i64: 1, 1>} : tensor<2x6x7x8xf32> -> tensor<2x4x5x3x3x8xf32>
  %1 = cjax.reshape %0 : tensor<2x4x5x3x3x8xf32> -> tensor<40x72xf32>
  %2 = cjax.dot_general %1, %w contract [1], [0] batch [], [] : (tensor<40x72xf32>, tensor<72x1xf32>) -> tensor<40x1xf32>
  return %2 : tensor<40x1xf32>
}
