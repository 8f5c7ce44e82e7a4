// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xi1>, %y: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: add does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer, floating, complexfloating.
  %r = cjax.add %x, %y : tensor<3xi1>
  return
}
// -----
func.func private @f(%x: tensor<3xi32>, %y: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: pow does not accept dtype int32 at position 0. Accepted dtypes at position 0 are subtypes of floating, complexfloating.
  %r = cjax.pow %x, %y : tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xi32>, %y: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: nextafter does not accept dtype int32 at position 0. Accepted dtypes at position 0 are subtypes of floating.
  %r = cjax.nextafter %x, %y : tensor<3xi32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: and does not accept dtype float32 at position 0. Accepted dtypes at position 0 are subtypes of integer, bool.
  %r = cjax.and %x, %y : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xi1>, %y: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: shift_left does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer.
  %r = cjax.shift_left %x, %y : tensor<3xi1>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lt has result 0 of type int32{{.}}3] where its operands give bool{{.}}3]
  %r = cjax.lt %x, %y : tensor<3xf32> -> tensor<3xi32>
  return
}
