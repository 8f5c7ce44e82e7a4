// transpose_tiles.mlir -- tiles of 16 rows are turned in registers; the last ones begin within those before; eight lanes of 64 bits; fewer than a
// tile are moved one by one.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower --emit=linalg --without=tiles %s | FileCheck %s --check-prefix=ONE --implicit-check-not=vector.load

// CHECK-LABEL: func.func private @k0_transpose(
// CHECK:         scf.for
// CHECK:         arith.minsi
// CHECK-COUNT-16: vector.load {{.*}} : memref<40x100xf32>, vector<16xf32>
// CHECK:         vector.shuffle {{.*}} [0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30] : vector<16xf32>, vector<16xf32>
// CHECK-COUNT-16: vector.store {{.*}} : memref<100x40xf32>, vector<16xf32>
// CHECK-LABEL: func.func private @k1_transpose(
// CHECK-COUNT-8: vector.load {{.*}} : memref<3x24x8xf64>, vector<8xf64>
// CHECK-LABEL: func.func private @k2_transpose(
// CHECK-NOT:     vector.load
// CHECK:         return
// ONE: func.func private @k0_transpose(
func.func @main(%x: tensor<40x100xf32>, %y: tensor<3x24x8xf64>, %z: tensor<50x3xf32>) -> (tensor<100x40xf32>, tensor<8x3x24xf64>, tensor<3x50xf32>) {
  %0 = cjax.transpose %x perm [1, 0] : tensor<40x100xf32> -> tensor<100x40xf32>
  %1 = cjax.transpose %y perm [2, 0, 1] : tensor<3x24x8xf64> -> tensor<8x3x24xf64>
  %2 = cjax.transpose %z perm [1, 0] : tensor<50x3xf32> -> tensor<3x50xf32>
  return %0, %1, %2 : tensor<100x40xf32>, tensor<8x3x24xf64>, tensor<3x50xf32>
}
