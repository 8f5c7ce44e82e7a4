// panels.mlir -- a product: y in panels of two vectors, each row of x against a panel with its sums in registers.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// Six rows by 16 columns are six vectors of sums, through all of the contracted dimension, then stored once.
// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK:         %[[P:.*]] = memref.alloc() {{.*}} : memref<{{.*}}x64x16xf32>
// CHECK:         scf.for {{.*}} to %c64{{.*}} -> (vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>)
// CHECK:           vector.load %[[P]]
// CHECK-COUNT-6:   math.fma
// CHECK:         vector.store
func.func @main(%x: tensor<48x64xf32>, %y: tensor<48x64xf32>) -> tensor<48x48xf32> {
  %0 = cjax.dot_general %x, %y contract [1], [1] batch [], [] : (tensor<48x64xf32>, tensor<48x64xf32>) -> tensor<48x48xf32>
  return %0 : tensor<48x48xf32>
}
