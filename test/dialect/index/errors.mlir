// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<5xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}are no window of shape (5,)
  %r = "cjax.slice"(%x) <{start_indices = array<i64: 1>, limit_indices = array<i64: 6>, strides = array<i64: 1>}> : (tensor<5xf32>) -> tensor<5xf32>
  return
}
// -----
func.func private @f(%x: tensor<5xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}must have length 1
  %r = "cjax.slice"(%x) <{start_indices = array<i64: 1, 2>, limit_indices = array<i64: 4>, strides = array<i64: 1>}> : (tensor<5xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<5xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}strides (0,) must be positive
  %r = "cjax.slice"(%x) <{start_indices = array<i64: 1>, limit_indices = array<i64: 4>, strides = array<i64: 0>}> : (tensor<5xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}1 start indices for shape (3, 4)
  %r = "cjax.dynamic_slice"(%x, %i) <{slice_sizes = array<i64: 1, 4>}> : (tensor<3x4xf32>, tensor<i32>) -> tensor<1x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<i32>, %j: tensor<i64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}start indices must be scalars of one integer type, got
  %r = "cjax.dynamic_slice"(%x, %i, %j) <{slice_sizes = array<i64: 1, 4>}> : (tensor<3x4xf32>, tensor<i32>, tensor<i64>) -> tensor<1x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<i32>, %j: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}window (4,) differs in rank from shape (3, 4)
  %r = "cjax.dynamic_slice"(%x, %i, %j) <{slice_sizes = array<i64: 4>}> : (tensor<3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<1x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<i32>, %j: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}window (1, 5) does not fit into shape (3, 4)
  %r = "cjax.dynamic_slice"(%x, %i, %j) <{slice_sizes = array<i64: 1, 5>}> : (tensor<3x4xf32>, tensor<i32>, tensor<i32>) -> tensor<1x5xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}indices must be integers, got
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xf32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}slice_sizes (1,) for shape (3, 4)
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}is not within rank 2
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 2>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}must be sorted and unique
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0, 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x2xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}index vectors of length 2 for start_index_map (0,)
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x2xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}indices have no axis for index vectors
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<i32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}windows of rank 1, 0 collapsed and 0 batching dimensions do not make up rank 2
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}operand and index batching dimensions differ in number
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64: 1>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x4xf32>, %i: tensor<4x1xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}batching dimensions of (3, 4) and (4, 1) differ in size
  %r = cjax.gather %x, %i {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64>, start_index_map = array<i64: 1>, operand_batching_dims = array<i64: 0>, start_indices_batching_dims = array<i64: 0>, slice_sizes = array<i64: 1, 4>, mode = "fill"} : (tensor<3x4xf32>, tensor<4x1xi32>) -> tensor<4x4xf32>
  return
}
