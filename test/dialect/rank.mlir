// rank.mlir -- arrays have at most 16 dimensions, and so have lists of dimensions.
// RUN: rm -rf %t && split-file %s %t
// RUN: not cjax-opt %t/array.mlir 2>&1 | FileCheck %s --check-prefix=ARRAY
// RUN: not cjax-opt %t/list.mlir 2>&1 | FileCheck %s --check-prefix=LIST
// RUN: not cjax-opt --expand-transforms %t/batch.mlir 2>&1 | FileCheck %s --check-prefix=BATCH

// ARRAY: array.mlir:2:8: error: [CJ0440] NotImplementedError: arrays of more than 16 dimensions
// LIST: list.mlir:2:8: error: [CJ0440] NotImplementedError: arrays of more than 16 dimensions
// BATCH: batch.mlir:2:8: error: [CJ0440] NotImplementedError: arrays of more than 16 dimensions

//--- array.mlir
func.func private @f(%x: tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32>) {
  %y = cjax.cumsum %x along 0 : tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32>
  return
}
//--- list.mlir
func.func private @f(%x: tensor<5xf32>) {
  %r = "cjax.slice"(%x) <{start_indices = array<i64: 1>, limit_indices = array<i64: 4>, strides = array<i64: 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1>}> : (tensor<5xf32>) -> tensor<3xf32>
  return
}
//--- batch.mlir
func.func private @f(%y: tensor<f32>) -> tensor<f32> {
  %z = cjax.broadcast_in_dim %y dims [] : tensor<f32> -> tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32>
  %s = cjax.reduce_sum %z over [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : tensor<1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1xf32> -> tensor<f32>
  return %s : tensor<f32>
}
func.func @main(%y: tensor<3xf32>) -> tensor<3xf32> {
  %r = cjax.vmap @f(%y) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}
