// errors.mlir -- what the shape rules of the family, and of top_k and mulhi, refuse
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3x3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: geqrf does not accept dtype int32. Accepted dtypes are subtypes of float32, float64, complex64, complex128.
  %r:2 = cjax.geqrf %x : (tensor<3x3xi32>) -> (tensor<3x3xi32>, tensor<3xi32>)
  return
}
// -----
func.func private @f(%x: tensor<3x2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: hessenberg got operands that do not fit: float32[3,2]
  %r:2 = cjax.hessenberg %x : (tensor<3x2xf32>) -> (tensor<3x2xf32>, tensor<1xf32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: geqrf requires operands of one dtype with at least 2 dimensions, got float32[3]
  %r:2 = cjax.geqrf %x : (tensor<3xf32>) -> (tensor<3xf32>, tensor<1xf32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lu_pivots_to_permutation requires pivots of type int32 or uint32, got float32[3]
  %r = cjax.lu_pivots_to_permutation %x size 3 : tensor<3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: Output permutation size 2 has to exceed the trailing dimension of the pivots. Got pivots size (3,)
  %r = cjax.lu_pivots_to_permutation %x size 2 : tensor<3xi32> -> tensor<2xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: k argument to top_k must be no larger than size along axis; got k=4 with shape=(3,) and axis=0
  %r:2 = cjax.top_k %x k 4 along 0 : (tensor<3xf32>) -> (tensor<4xf32>, tensor<4xi32>)
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: mulhi does not accept dtype float32. Accepted dtypes are subtypes of integer.
  %r = cjax.mulhi %x, %x : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<2x3xf32>, %t: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: householder_product got operands that do not fit: float32[2,3] float32[2]
  %r = cjax.householder_product %x, %t : (tensor<2x3xf32>, tensor<2xf32>) -> tensor<2x3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3x2xf32>, %t: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: householder_product got operands that do not fit: float32[3,2] float32[3]
  %r = cjax.householder_product %x, %t : (tensor<3x2xf32>, tensor<3xf32>) -> tensor<3x2xf32>
  return
}
// -----
func.func private @f(%a: tensor<2x3xf32>, %c: tensor<3x3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: symmetric_product got operands that do not fit: float32[2,3] float32[3,3]
  %r = cjax.symmetric_product %a, %c {alpha = 2.0 : f64, beta = 0.5 : f64} : (tensor<2x3xf32>, tensor<3x3xf32>) -> tensor<3x3xf32>
  return
}
