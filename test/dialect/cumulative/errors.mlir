// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: ValueError: axis 1 is out of bounds for array of shape (3,)
  %r = cjax.cumsum %x along 1 : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xi1>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: cumsum does not accept dtype bool. Accepted dtypes are subtypes of number.
  %r = cjax.cumsum %x along 0 : tensor<3xi1>
  return
}
