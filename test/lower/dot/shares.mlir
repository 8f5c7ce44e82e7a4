// shares.mlir -- how threads share a product: panels of y, each copied by the thread that takes it, where all of x stays in its
// cache; else rows, the last of which are part of the last share.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// Sixteen panels, and five columns that are a share of their own.
// CHECK-LABEL: func.func private @k0_dot_general(
// CHECK-SAME:    %[[X:.*]]: memref<128x784xf32>
// CHECK:         %[[PACKED:.*]] = memref.alloc() {{.*}} : memref<17x784x16xf32>
// CHECK-NOT:     vector.store
// CHECK:         scf.forall (%[[P:.*]]) in (17)
// CHECK:           %[[WHOLE:.*]] = arith.cmpi slt, %[[P]]
// CHECK:           scf.if %[[WHOLE]] {
// CHECK:             vector.store %{{.*}}, %[[PACKED]][%[[P]], %{{.*}}, %{{.*}}]
// CHECK:             vector.load %[[PACKED]][
// CHECK:             math.fma
// CHECK:           } else {
// CHECK:             memref.store %{{.*}}, %[[PACKED]][
// CHECK:             vector.maskedstore

// 2,000 rows: 8 shares of 252, of which the last has 236; two rows of those are no tile.
// CHECK-LABEL: func.func private @k1_dot_general(
// CHECK:         scf.forall {{.*}} in (63)
// CHECK:           vector.store
// CHECK:         scf.forall (%[[I:.*]]) in (8)
// CHECK:           %[[ROWS:.*]] = arith.constant 252 : index
// CHECK:           %[[FIRST:.*]] = arith.muli %[[I]], %[[ROWS]]
// CHECK:           %[[END:.*]] = arith.addi %[[FIRST]]
// CHECK:           %[[HI:.*]] = arith.minsi %[[END]]
// CHECK:           scf.for %{{.*}} = %[[FIRST]] to %[[HI]]
// CHECK:           %[[LAST:.*]] = arith.cmpi sge, %[[END]]
// CHECK:           scf.if %[[LAST]]
func.func @main(%x: tensor<128x784xf32>, %y: tensor<784x261xf32>, %u: tensor<2000x1000xf32>, %v: tensor<1000x1008xf32>)
    -> (tensor<128x261xf32>, tensor<2000x1008xf32>) {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<128x784xf32>, tensor<784x261xf32>) -> tensor<128x261xf32>
  %1 = cjax.dot_general %u, %v contract [1], [0] batch [], [] : (tensor<2000x1000xf32>, tensor<1000x1008xf32>) -> tensor<2000x1008xf32>
  return %0, %1 : tensor<128x261xf32>, tensor<2000x1008xf32>
}

// 2,016 rows: the same shares, none of them empty.
// CHECK-LABEL: func.func private @k2_dot_general(
// CHECK:         scf.forall {{.*}} in (63)
// CHECK:           vector.store
// CHECK:         scf.forall {{.*}} in (8)
func.func @whole(%u: tensor<2016x1000xf32>, %v: tensor<1000x1008xf32>) -> tensor<2016x1008xf32> {
  %0 = cjax.dot_general %u, %v contract [1], [0] batch [], [] : (tensor<2016x1000xf32>, tensor<1000x1008xf32>) -> tensor<2016x1008xf32>
  return %0 : tensor<2016x1008xf32>
}
