// columns.mlir -- sums of columns take several rows at once where the sums leave the first-level cache, and ask for the next rows.
// RUN: cjax-opt --lower-to-linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k{{.*}}(%{{.*}}: memref<64x4096xf32>
// CHECK: %[[EIGHT:.*]] = arith.constant 8 : index
// CHECK: scf.for %[[I:.*]] = %{{.*}} to %{{.*}} step %[[EIGHT]]
// CHECK: %[[NEXT:.*]] = arith.minsi %{{.*}}, %c63 : index
// CHECK: scf.for %{{.*}} = %c0{{.*}} to %c4096{{.*}} step %c16
// CHECK-NEXT: memref.prefetch %{{.*}}[%[[NEXT]], %[[J:.*]]], read, locality<2>, data : memref<64x4096xf32>
// CHECK-COUNT-7: memref.prefetch
// CHECK-NEXT: vector.load %[[Y:.*]][%[[J]]] : memref<4096xf32>
// CHECK-COUNT-8: vector.load %{{.*}}[%{{.*}}, %[[J]]] : memref<64x4096xf32>
// CHECK: vector.store %{{.*}}, %[[Y]][%[[J]]] : memref<4096xf32>
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
// Eight rows that leave the second-level cache are not asked for.
// CHECK-LABEL: func.func private @k{{.*}}(%{{.*}}: memref<16x50000xf32>
// CHECK-NOT: memref.prefetch
// CHECK-COUNT-8: memref.load %{{.*}} : memref<16x50000xf32>
func.func private @wider(%x: tensor<16x50000xf32>) -> tensor<50000xf32> {
  %0 = cjax.reduce_sum %x over [0] : tensor<16x50000xf32> -> tensor<50000xf32>
  return %0 : tensor<50000xf32>
}
func.func @main() {
  return
}
