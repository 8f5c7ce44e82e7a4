// chains.mlir -- one or two rows of sums over many terms: four steps are added to sums of their own; three rows are not.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK:         scf.for {{.*}} -> (vector<8xf32>, vector<8xf32>, vector<8xf32>, vector<8xf32>)
// CHECK-COUNT-4: math.fma {{.*}} : vector<8xf32>
// CHECK-LABEL: func.func private @k1_dot_general(
// CHECK:         scf.for {{.*}} -> (vector<8xf32>, vector<8xf32>, vector<8xf32>)
func.func @main(%x: tensor<203xf32>, %y: tensor<203x8xf32>, %z: tensor<203x3xf32>) -> (tensor<8xf32>, tensor<3x8xf32>) {
  %0 = cjax.dot_general %x, %y contract [0], [0] batch [], [] : (tensor<203xf32>, tensor<203x8xf32>) -> tensor<8xf32>
  %1 = cjax.dot_general %z, %y contract [0], [0] batch [], [] : (tensor<203x3xf32>, tensor<203x8xf32>) -> tensor<3x8xf32>
  return %0, %1 : tensor<8xf32>, tensor<3x8xf32>
}
