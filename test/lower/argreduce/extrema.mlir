// extrema.mlir -- positions of extrema in vectors: 32 lanes along a line, 64 lines side by side, of which the last begin where others have been
// searched; two elements are searched one by one.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower --emit=linalg --without=extrema %s | FileCheck %s --check-prefix=ONE --implicit-check-not=vector.load

// CHECK-LABEL: func.func private @k0_argmax(
// CHECK:         vector.step : vector<32xindex>
// CHECK:         scf.for {{.*}} -> (vector<32xf32>, vector<32xi32>)
// CHECK:           vector.load {{.*}} : memref<3x70xf32>, vector<32xf32>
// CHECK:         arith.minsi
// CHECK-LABEL: func.func private @k1_argmin(
// CHECK:         scf.for {{.*}} -> (vector<64xf32>, vector<64xi32>)
// CHECK:         vector.store {{.*}} : memref<70xi32>, vector<64xi32>
// CHECK:         arith.constant 6 : index
// CHECK:         vector.store {{.*}} : memref<70xi32>, vector<64xi32>
// Eight lanes of 64 bits, of integers of 16 bits as 32.
// CHECK-LABEL: func.func private @k2_argmax(
// CHECK:         scf.for {{.*}} -> (vector<16xf64>, vector<16xi64>)
// CHECK-LABEL: func.func private @k3_argmax(
// CHECK:         arith.extui {{.*}} : vector<8xi16> to vector<8xi32>
// CHECK-LABEL: func.func private @k4_argmax(
// CHECK-NOT:     vector
// CHECK:         return
// ONE: func.func private @k0_argmax(
func.func @main(%x: tensor<3x70xf32>, %y: tensor<3x40xf64>, %z: tensor<4x9xui16>, %w: tensor<5x2xf32>)
    -> (tensor<3xi32>, tensor<70xi32>, tensor<3xi32>, tensor<4xi32>, tensor<5xi32>) {
  %0 = cjax.argmax %x over 1 : tensor<3x70xf32> -> tensor<3xi32>
  %1 = cjax.argmin %x over 0 : tensor<3x70xf32> -> tensor<70xi32>
  %2 = cjax.argmax %y over 1 : tensor<3x40xf64> -> tensor<3xi32>
  %3 = cjax.argmax %z over 1 : tensor<4x9xui16> -> tensor<4xi32>
  %4 = cjax.argmax %w over 1 : tensor<5x2xf32> -> tensor<5xi32>
  return %0, %1, %2, %3, %4 : tensor<3xi32>, tensor<70xi32>, tensor<3xi32>, tensor<4xi32>, tensor<5xi32>
}
