// column.mlir -- rows by one column: a row's elements in vectors of 32, whatever extents of 1 the column has; 2 or more columns, or
// a transposed matrix, are tiles.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK:         vector.load {{.*}} : memref<96x1xf32>, vector<32xf32>
// CHECK:         vector.load {{.*}} : memref<48x96xf32>, vector<32xf32>
// CHECK:         math.fma {{.*}} : vector<32xf32>
// CHECK-LABEL: func.func private @k1_dot_general(
// CHECK:         vector.load {{.*}} : memref<2x48x96xf64>, vector<32xf64>
// CHECK:         math.fma {{.*}} : vector<32xf64>
// A transposed matrix: its rows are vectors of the result.
// CHECK-LABEL: func.func private @k2_dot_general(
// CHECK:         vector.load {{.*}} : memref<96x48xf32>, vector<32xf32>
// CHECK:         vector.store {{.*}} : memref<48x1xf32>, vector<32xf32>
// The rows of a large matrix are shared by threads, though the first free dimension is 1.
// CHECK-LABEL: func.func private @k3_dot_general(
// CHECK:         scf.forall {{.*}} in (4000)
// CHECK:         vector.load {{.*}} : memref<1x4000x4000xf32>, vector<32xf32>
func.func @main(%x: tensor<48x96xf32>, %y: tensor<96x1xf32>, %u: tensor<2x48x96xf64>, %v: tensor<2x1x96x1xf64>, %w: tensor<96x48xf32>,
    %a: tensor<1x4000x4000xf32>, %b: tensor<4000xf32>)
    -> (tensor<48x1xf32>, tensor<2x48x1x1xf64>, tensor<48x1xf32>, tensor<1x4000xf32>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<48x96xf32>, tensor<96x1xf32>) -> tensor<48x1xf32>
  %1 = cjax.dot_general %u, %v contract [2], [2] batch [0], [0] : (tensor<2x48x96xf64>, tensor<2x1x96x1xf64>) -> tensor<2x48x1x1xf64>
  %2 = cjax.dot_general %w, %y contract [0], [0] batch [], [] : (tensor<96x48xf32>, tensor<96x1xf32>) -> tensor<48x1xf32>
  %3 = cjax.dot_general %a, %b contract [2], [0] batch [], [] : (tensor<1x4000x4000xf32>, tensor<4000xf32>) -> tensor<1x4000xf32>
  return %0, %1, %2, %3 : tensor<48x1xf32>, tensor<2x48x1x1xf64>, tensor<48x1xf32>, tensor<1x4000xf32>
}
