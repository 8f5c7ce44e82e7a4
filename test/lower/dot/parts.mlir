// parts.mlir -- a long contracted dimension is added in parts, whose sums are kept in the result.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK:         %[[STEP:.*]] = arith.constant 1024 : index
// CHECK:         scf.for %[[FROM:.*]] = %{{.*}} to %{{.*}} step %[[STEP]]
// CHECK:           %[[TO:.*]] = arith.minsi
// CHECK:           %[[FIRST:.*]] = arith.cmpi eq, %[[FROM]]
// CHECK:           scf.if %[[FIRST]]
// CHECK:             else
// CHECK:             vector.load {{.*}} : memref<48x24xf64>, vector<8xf64>
// CHECK:           scf.for {{.*}} = %[[FROM]] to %[[TO]]
// CHECK:             math.fma
// CHECK:           vector.store
// The last four columns are stored under a mask, and loaded so.
// CHECK:           vector.maskedload
func.func @main(%x: tensor<48x2500xf64>, %y: tensor<2500x24xf64>, %z: tensor<2500x21xf64>) -> (tensor<48x24xf64>, tensor<48x21xf64>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<48x2500xf64>, tensor<2500x24xf64>) -> tensor<48x24xf64>
  %1 = cjax.dot_general %x, %z contract [1], [0] batch [], [] : (tensor<48x2500xf64>, tensor<2500x21xf64>) -> tensor<48x21xf64>
  return %0, %1 : tensor<48x24xf64>, tensor<48x21xf64>
}
