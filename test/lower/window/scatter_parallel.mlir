// scatter_parallel.mlir -- rows that no other window reaches are shared by threads; windows over two rows add to the same ones.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_select_and_scatter_add
// CHECK-COUNT-2: scf.forall
// CHECK-LABEL: @f_apart
func.func @apart(%x: tensor<512x2048xf32>, %u: tensor<512x1024xf32>) -> tensor<512x2048xf32> {
  %0 = cjax.select_and_scatter_add %u, %x "ge" {padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 0>,
      window_dimensions = array<i64: 1, 2>, window_strides = array<i64: 1, 2>} : (tensor<512x1024xf32>, tensor<512x2048xf32>) -> tensor<512x2048xf32>
  return %0 : tensor<512x2048xf32>
}

// Zeros in parallel, sums not.
// CHECK-LABEL: func.func private @k1_select_and_scatter_add
// CHECK: scf.forall
// CHECK-NOT: scf.forall
// CHECK-LABEL: @f_over_rows
func.func @over_rows(%x: tensor<513x2048xf32>, %u: tensor<512x2048xf32>) -> tensor<513x2048xf32> {
  %0 = cjax.select_and_scatter_add %u, %x "ge" {padding_high = array<i64: 0, 0>, padding_low = array<i64: 0, 0>,
      window_dimensions = array<i64: 2, 1>, window_strides = array<i64: 1, 1>} : (tensor<512x2048xf32>, tensor<513x2048xf32>) -> tensor<513x2048xf32>
  return %0 : tensor<513x2048xf32>
}
