// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: sin does not accept dtype int32. Accepted dtypes are subtypes of floating, complexfloating.
  %r = cjax.sin %x : tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: neg does not accept dtype bool. Accepted dtypes are subtypes of integer, floating, complexfloating.
  %r = cjax.neg %x : tensor<3xi1>
  return
}
// -----
func.func private @f(%x: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: floor does not accept dtype int32. Accepted dtypes are subtypes of floating.
  %r = cjax.floor %x : tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xui8>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: abs does not accept dtype uint8. Accepted dtypes are subtypes of floating, complexfloating, signedinteger.
  %r = cjax.abs %x : tensor<3xui8>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: not does not accept dtype float32. Accepted dtypes are subtypes of integer, bool.
  %r = cjax.not %x : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: clz does not accept dtype bool. Accepted dtypes are subtypes of integer.
  %r = cjax.clz %x : tensor<3xi1>
  return
}
// -----
func.func private @f(%x: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: Integers cannot be raised to negative powers, got integer_pow(int32{{.}}3], -1)
  %r = cjax.integer_pow %x {y = -1 : i64} : tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: is_finite has result 0 of type bool{{.}}2] where its operands give bool{{.}}3]
  %r = cjax.is_finite %x : tensor<3xf32> -> tensor<2xi1>
  return
}
