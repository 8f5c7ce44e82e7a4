// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: bitcast_convert_type needs types of equal width, got float32{{.}}3] and float64{{.}}3]
  %r = cjax.bitcast_convert_type %x : tensor<3xf32> -> tensor<3xf64>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: bitcast_convert_type cannot change the shape from (3,) to (2,)
  %r = cjax.bitcast_convert_type %x : tensor<3xf32> -> tensor<2xi32>
  return
}
