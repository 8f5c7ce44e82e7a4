// row_rest.mlir -- the last elements of rows that are summed in vectors are the first lanes of one; three are added one by one.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK-COUNT-2: vector.maskedload {{.*}} : memref<{{.*}}>, vector<32xi1>, vector<32xf32> into vector<32xf32>
// CHECK-LABEL: func.func private @k1_dot_general(
// CHECK-NOT:     vector.maskedload
// CHECK:         return
func.func @main(%x: tensor<48x100xf32>, %y: tensor<100xf32>, %u: tensor<48x67xf32>, %v: tensor<67xf32>) -> (tensor<48xf32>, tensor<48xf32>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<48x100xf32>, tensor<100xf32>) -> tensor<48xf32>
  %1 = cjax.dot_general %u, %v contract [1], [0] batch [], [] : (tensor<48x67xf32>, tensor<67xf32>) -> tensor<48xf32>
  return %0, %1 : tensor<48xf32>, tensor<48xf32>
}
