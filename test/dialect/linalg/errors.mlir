// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: cholesky requires an argument of at least 2 dimensions, got (3,)
  %r = cjax.cholesky %x : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: eigh requires square matrices, got (2, 3)
  %r:2 = cjax.eigh %x : (tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<3xf32>)
  return
}
// -----
func.func private @f(%x: tensor<2x2xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: svd does not accept dtype int32.
  %r = cjax.svd %x : (tensor<2x2xi32>) -> tensor<2xi32>
  return
}
// -----
func.func private @f(%x: tensor<2x2xf32>, %y: tensor<3x1xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: triangular_solve Incompatible shapes for arguments to triangular_solve: (2, 2) and (3, 1)
  %r = cjax.triangular_solve %x, %y {left_side} : (tensor<2x2xf32>, tensor<3x1xf32>) -> tensor<3x1xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x2xf32>, %y: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: triangular_solve requires both arguments to have the same number of dimensions and equal batch dimensions, got (2, 2) and (2,)
  %r = cjax.triangular_solve %x, %y : (tensor<2x2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x2xf32>, %y: tensor<2x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: triangular_solve requires arguments of one dtype, got float32[2,2] and float64[2,2]
  %r = cjax.triangular_solve %x, %y : (tensor<2x2xf32>, tensor<2x2xf64>) -> tensor<2x2xf64>
  return
}
