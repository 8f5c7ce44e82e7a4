// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xf32>, %u: tensor<4x4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}indices must be integers, got
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xf32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>, %u: tensor<4x4xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}updates int32[4,4] for an operand
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xi32>) -> tensor<3x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>, %u: tensor<4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}updates (4,) do not fit indices (4, 1) with update_window_dims (1,)
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4xf32>) -> tensor<3x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>, %u: tensor<4x4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}update_window_dims (2,) must be sorted and within rank 2
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 2>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<3x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>, %u: tensor<5x4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}updates (5, 4) do not fit indices (4, 1)
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<5x4xf32>) -> tensor<3x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>, %u: tensor<4x5xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}windows (1, 5) do not fit shape (3, 4)
  %r = cjax.scatter %x, %i, %u {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>, tensor<4x5xf32>) -> tensor<3x4xf32>
  return
}
