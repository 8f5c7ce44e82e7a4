// columns.mlir -- sums of columns take several rows at once where the sums leave the first-level cache.
// RUN: cjax-opt --lower-to-linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k{{.*}}(%{{.*}}: memref<64x4096xf32>
// CHECK: %[[EIGHT:.*]] = arith.constant 8 : index
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %{{.*}} step %[[EIGHT]]
// CHECK: scf.for
// CHECK: memref.load %[[Y:.*]][%[[J:.*]]] : memref<4096xf32>
// CHECK-COUNT-8: memref.load %{{.*}}[%{{.*}}, %[[J]]] : memref<64x4096xf32>
// CHECK: memref.store %{{.*}}, %[[Y]][%[[J]]] : memref<4096xf32>
func.func private @wide(%x: tensor<64x4096xf32>) -> tensor<4096xf32> {
  %0 = cjax.reduce_sum %x over [0] : tensor<64x4096xf32> -> tensor<4096xf32>
  return %0 : tensor<4096xf32>
}
// CHECK-LABEL: func.func private @k{{.*}}(%{{.*}}: memref<64x512xf32>
// CHECK-NOT: arith.constant 8 : index
func.func private @narrow(%x: tensor<64x512xf32>) -> tensor<512xf32> {
  %0 = cjax.reduce_sum %x over [0] : tensor<64x512xf32> -> tensor<512xf32>
  return %0 : tensor<512xf32>
}
func.func @main() {
  return
}
