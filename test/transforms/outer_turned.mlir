// outer_turned.mlir -- products whose sums have one term, in another order than their operands: a multiplication in the order of the larger
// operand, then a transpose.
// RUN: cjax-opt --simplify %s | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK-DAG:     %[[Y:.*]] = cjax.transpose %{{.*}} perm [1, 0] : tensor<48x96xf32> -> tensor<96x48xf32>
// CHECK-DAG:     cjax.broadcast_in_dim %[[Y]] dims [1, 2] : tensor<96x48xf32> -> tensor<64x96x48xf32>
// CHECK:         %[[XY:.*]] = cjax.mul {{.*}} : tensor<64x96x48xf32>
// CHECK:         cjax.transpose %[[XY]] perm [2, 1, 0] : tensor<64x96x48xf32> -> tensor<48x96x64xf32>
func.func @main(%x: tensor<48x96xf32>, %y: tensor<64x96x48xf32>) -> tensor<48x96x64xf32> {
  %0 = cjax.dot_general %x, %y contract [], [] batch [0, 1], [2, 1] : (tensor<48x96xf32>, tensor<64x96x48xf32>) -> tensor<48x96x64xf32>
  return %0 : tensor<48x96x64xf32>
}
