// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%w: tensor<3xf32>, %x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: select `which` must be boolean or integer type, got float32.
  %r = cjax.select_n %w, %x, %y : tensor<3xf32>, tensor<3xf32>, tensor<3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%w: tensor<3xi1>, %x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: select with boolean `which` cannot have > 2 cases.
  %r = cjax.select_n %w, %x, %y, %x : tensor<3xi1>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%w: tensor<2xi1>, %x: tensor<3xf32>, %y: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: select `which` must be scalar or have the same shape as cases, got `which` shape (2,) but case shape (3,).
  %r = cjax.select_n %w, %x, %y : tensor<2xi1>, tensor<3xf32>, tensor<3xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%w: tensor<3xi1>, %x: tensor<3xf32>, %y: tensor<2xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: select_n got incompatible shapes for broadcasting: (3,), (2,).
  %r = cjax.select_n %w, %x, %y : tensor<3xi1>, tensor<3xf32>, tensor<2xf32> -> tensor<3xf32>
  return
}
// -----
func.func private @f(%w: tensor<3xi1>, %x: tensor<3xf32>, %y: tensor<3xi32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: lax.select_n requires arguments to have the same dtypes, got float32, int32.
  %r = cjax.select_n %w, %x, %y : tensor<3xi1>, tensor<3xf32>, tensor<3xi32> -> tensor<3xf32>
  return
}
