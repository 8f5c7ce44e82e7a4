// top_k.mlir -- a few largest elements of each line without a sort: vectors of keys are compared with the list's least, and only where one is
// above it are their elements looked at. Of more than 64 the line is sorted.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_top_k(
// CHECK:         memref.alloc() {{.*}} : memref<8xi32>
// CHECK:         scf.while
// CHECK:         scf.for {{.*}} -> (i32)
// CHECK:           vector.load {{.*}} : memref<50x2000xf32>, vector<32xf32>
// CHECK:           arith.cmpi sgt, {{.*}} : vector<32xi32>
// CHECK:           scf.if
// CHECK-LABEL: func.func private @k1_top_k(
// CHECK-NOT:     vector.load
// CHECK:         return
func.func @main(%x: tensor<50x2000xf32>) -> (tensor<50x8xf32>, tensor<50x8xi32>, tensor<3x2000xf32>, tensor<3x2000xi32>) {
  %0:2 = cjax.top_k %x k 8 along 1 : (tensor<50x2000xf32>) -> (tensor<50x8xf32>, tensor<50x8xi32>)
  %1:2 = cjax.top_k %x k 3 along 0 : (tensor<50x2000xf32>) -> (tensor<3x2000xf32>, tensor<3x2000xi32>)
  return %0#0, %0#1, %1#0, %1#1 : tensor<50x8xf32>, tensor<50x8xi32>, tensor<3x2000xf32>, tensor<3x2000xi32>
}
