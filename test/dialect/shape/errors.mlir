// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: broadcast_in_dim broadcast_dimensions must have length equal to operand ndim; got broadcast_dimensions (0, 1) for operand ndim 1.
  %r = cjax.broadcast_in_dim %x dims [0, 1] : tensor<3xf32> -> tensor<2x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: broadcast_in_dim broadcast_dimensions must be strictly increasing and a subset of output dimensions, got (2,) for operand ndim 1 and shape (2, 3).
  %r = cjax.broadcast_in_dim %x dims [2] : tensor<3xf32> -> tensor<2x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: broadcast_in_dim operand dimension sizes must either be 1, or be equal to their corresponding dimensions in the target broadcast shape; got operand of shape (3,), target broadcast shape (2, 4), broadcast_dimensions (1,)
  %r = cjax.broadcast_in_dim %x dims [1] : tensor<3xf32> -> tensor<2x4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: reshape total size must be unchanged, got new_sizes (4,) (of total size 4) for shape (3,) (of total size 3).
  %r = cjax.reshape %x : tensor<3xf32> -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: reshape cannot change the dtype from float32{{.}}3] to int32{{.}}3]
  %r = cjax.reshape %x : tensor<3xf32> -> tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: axis 5 is out of bounds for array of dimension 2
  %r = cjax.squeeze %x dims [5] : tensor<2x3xf32> -> tensor<2x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: cannot select an axis to squeeze out which has size not equal to one, got shape=(2, 3) and dimensions=(0,)
  %r = cjax.squeeze %x dims [0] : tensor<2x3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: transpose permutation isn't a permutation of operand dimensions, got permutation (0, 0) for operand shape (2, 3).
  %r = cjax.transpose %x perm [0, 0] : tensor<2x3xf32> -> tensor<2x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: rev dimensions must all be less than operand ndim, got dimensions (2,) for operand ndim 2.
  %r = cjax.rev %x dims [2] : tensor<2x3xf32> -> tensor<2x3xf32>
  return
}
// -----
func.func private @f() {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: concatenate requires a non-empty sequences of arrays
  %r = cjax.concatenate dim 0 : () -> tensor<2xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>, %y: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: Cannot concatenate arrays with different numbers of dimensions: got (2, 3), (2,).
  %r = cjax.concatenate %x, %y dim 0 : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>, %y: tensor<2x4xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: Cannot concatenate arrays with shapes that differ in dimensions other than the one being concatenated: concatenating along dimension 0 for shapes (2, 3), (2, 4).
  %r = cjax.concatenate %x, %y dim 0 : (tensor<2x3xf32>, tensor<2x4xf32>) -> tensor<4x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2xf32>, %y: tensor<2xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lax.concatenate requires arguments to have the same dtypes, got float32, int32.
  %r = cjax.concatenate %x, %y dim 0 : (tensor<2xf32>, tensor<2xi32>) -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: axis 1 is out of bounds for array of shape (2,)
  %r = cjax.concatenate %x, %x dim 1 : (tensor<2xf32>, tensor<2xf32>) -> tensor<4xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: Sum of sizes 2 must be equal to dimension 0 of the operand shape (3,)
  %r:2 = cjax.split %x sizes [1, 1] axis 0 : (tensor<3xf32>) -> (tensor<1xf32>, tensor<1xf32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: split gives 3 results, 2 were expected
  %r:2 = cjax.split %x sizes [1, 1, 1] axis 0 : (tensor<3xf32>) -> (tensor<1xf32>, tensor<1xf32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %p: tensor<i32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: pad operand and padding_value must be same dtype: got float32 and int32.
  %r = cjax.pad %x, %p low [0] high [0] interior [0] : (tensor<3xf32>, tensor<i32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %p: tensor<1xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: pad padding_value must be a scalar
  %r = cjax.pad %x, %p low [0] high [0] interior [0] : (tensor<3xf32>, tensor<1xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %p: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: length of padding_config must equal the number of axes of operand, got 2 for operand shape (3,)
  %r = cjax.pad %x, %p low [0, 0] high [0] interior [0] : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %p: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: interior padding in padding_config must be nonnegative
  %r = cjax.pad %x, %p low [0] high [0] interior [-1] : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %p: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: Dimension size after padding is not at least 0, got -1 for dimension 0 of operand shape (3,)
  %r = cjax.pad %x, %p low [-2] high [-2] interior [0] : (tensor<3xf32>, tensor<f32>) -> tensor<3xf32>
  return
}
