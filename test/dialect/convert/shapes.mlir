// shapes.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xi1>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}does not support bool or complex values, got
  %r = "cjax.bitcast_convert_type"(%x)  : (tensor<3xi1>) -> tensor<3xi8>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}cannot round to 0 exponent and 3 mantissa bits
  %r = "cjax.reduce_precision"(%x) <{exponent_bits = 0 : i64, mantissa_bits = 3 : i64}> : (tensor<3xf32>) -> tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<i32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}needs a case to choose
  %r = "cjax.select_n"(%x)  : (tensor<i32>) -> tensor<i32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: shapes.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}requires the same shape for all operands and results
  %r = "cjax.convert_element_type"(%x)  : (tensor<3xf32>) -> tensor<4xi32>
  return
}
