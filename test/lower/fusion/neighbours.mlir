// neighbours.mlir -- reads at other indices inside kernels: vectors from any column, the loop over columns cut where a roll or a border begins.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// One vector from each slice; the last columns are the end of a vector that begins earlier.
// CHECK-LABEL: func.func private @k0_fusion(
// CHECK:         scf.for %[[J:.*]] = %c0{{.*}} to %c32{{.*}} step %c16
// CHECK:           %[[K:.*]] = arith.addi %[[J]], %c2
// CHECK:           vector.load %{{.*}}[%{{.*}}, %[[K]]]
// CHECK:           vector.load %{{.*}}[%{{.*}}, %[[J]]]
// CHECK:         scf.for %{{.*}} = %c22{{.*}} to %c38{{.*}} step %c16

// Column 0 is the roll's last; a row's place is found once.
// CHECK-LABEL: func.func private @k1_fusion(
// CHECK:         scf.for %{{.*}} = %c0{{.*}} to %c1
// CHECK:           arith.select
// CHECK:         scf.for %{{.*}} = %c1{{.*}} to %c33{{.*}} step %c16

// Outside there is nothing to load; of rows outside, row 0 is read and not used.
// CHECK-LABEL: func.func private @k2_fusion(
// CHECK:         scf.for %{{.*}} = %c0{{.*}} to %c1
// CHECK-NOT:       memref.load
// CHECK:           memref.store
// CHECK:         scf.for %{{.*}} = %c1{{.*}} to %c41
// CHECK:           arith.cmpi ult
// CHECK:           memref.load
// CHECK:           arith.select
// A border that takes away as much elsewhere leaves the shape as it is; the loop has two dimensions all the same.
// CHECK-LABEL: func.func private @k3_fusion(
// CHECK:         scf.for %{{.*}} = %c0{{.*}} to %c9
// CHECK:           scf.for %{{.*}} = %c0{{.*}} to %c1
// CHECK:           scf.for %{{.*}} = %c1{{.*}} to %c40
func.func @main(%x: tensor<9x40xf32>) -> (tensor<9x38xf32>, tensor<9x40xf32>, tensor<11x42xf32>, tensor<9x40xf32>) {
  %p = cjax.constant dense<0.5> : tensor<f32>
  %0 = cjax.fusion %x : (tensor<9x40xf32>) -> tensor<9x38xf32> {
  ^bb0(%a: tensor<9x40xf32>):
    %1 = cjax.slice %a from [0, 0] to [9, 38] by [1, 1] : tensor<9x40xf32> -> tensor<9x38xf32>
    %2 = cjax.slice %a from [0, 2] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x38xf32>
    %3 = cjax.sub %2, %1 : tensor<9x38xf32>
    cjax.yield %3 : tensor<9x38xf32>
  }
  %4 = cjax.fusion %x : (tensor<9x40xf32>) -> tensor<9x40xf32> {
  ^bb0(%a: tensor<9x40xf32>):
    %1 = cjax.slice %a from [0, 39] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x1xf32>
    %2 = cjax.slice %a from [0, 0] to [9, 39] by [1, 1] : tensor<9x40xf32> -> tensor<9x39xf32>
    %3 = cjax.concatenate %1, %2 dim 1 : (tensor<9x1xf32>, tensor<9x39xf32>) -> tensor<9x40xf32>
    %5 = cjax.slice %a from [8, 0] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<1x40xf32>
    %6 = cjax.slice %a from [0, 0] to [8, 40] by [1, 1] : tensor<9x40xf32> -> tensor<8x40xf32>
    %7 = cjax.concatenate %5, %6 dim 0 : (tensor<1x40xf32>, tensor<8x40xf32>) -> tensor<9x40xf32>
    %8 = cjax.sub %7, %3 : tensor<9x40xf32>
    cjax.yield %8 : tensor<9x40xf32>
  }
  %9 = cjax.fusion %x, %p : (tensor<9x40xf32>, tensor<f32>) -> tensor<11x42xf32> {
  ^bb0(%a: tensor<9x40xf32>, %b: tensor<f32>):
    %1 = cjax.pad %a, %b low [1, 1] high [1, 1] interior [0, 0] : (tensor<9x40xf32>, tensor<f32>) -> tensor<11x42xf32>
    %2 = cjax.neg %1 : tensor<11x42xf32>
    cjax.yield %2 : tensor<11x42xf32>
  }
  %10 = cjax.fusion %x, %p : (tensor<9x40xf32>, tensor<f32>) -> tensor<9x40xf32> {
  ^bb0(%a: tensor<9x40xf32>, %b: tensor<f32>):
    %1 = cjax.pad %a, %b low [0, 1] high [0, -1] interior [0, 0] : (tensor<9x40xf32>, tensor<f32>) -> tensor<9x40xf32>
    %2 = cjax.neg %1 : tensor<9x40xf32>
    cjax.yield %2 : tensor<9x40xf32>
  }
  return %0, %4, %9, %10 : tensor<9x38xf32>, tensor<9x40xf32>, tensor<11x42xf32>, tensor<9x40xf32>
}
