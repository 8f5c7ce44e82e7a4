// fuse_update.mlir -- a stencil and the update of the array that it reads are one kernel.
// RUN: cjax-opt --fuse %s | FileCheck %s
// RUN: cjax-opt --fuse %s | cjax-lower --emit=linalg | FileCheck %s --check-prefix=LOOPS

// CHECK-LABEL: func.func @stencil(
// CHECK:         cjax.fusion %arg0 : (tensor<9x40xf32>) -> tensor<9x40xf32>
// CHECK:           cjax.add
// CHECK:           cjax.dynamic_update_slice
// CHECK-NEXT:      cjax.yield
// Inside rows have a loop without masks, cut where the window begins and ends; of the others the old elements are read too.
// LOOPS-LABEL: func.func private @k0_fusion(
// LOOPS:         %[[IN:.*]] = arith.cmpi ult
// LOOPS:         scf.if %[[IN]] {
// LOOPS:           scf.for %{{.*}} = %c0{{.*}} to %c1
// LOOPS:           scf.for %{{.*}} = %c1{{.*}} to %c33{{.*}} step %c16
// LOOPS-NOT:       arith.select
// LOOPS:         } else {
// LOOPS:           arith.select
func.func @stencil(%x: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %c = cjax.constant dense<1> : tensor<i32>
  %0 = cjax.slice %x from [0, 1] to [7, 39] by [1, 1] : tensor<9x40xf32> -> tensor<7x38xf32>
  %1 = cjax.slice %x from [1, 2] to [8, 40] by [1, 1] : tensor<9x40xf32> -> tensor<7x38xf32>
  %2 = cjax.add %0, %1 : tensor<7x38xf32>
  %3 = cjax.dynamic_update_slice %x, %2[%c, %c] : (tensor<9x40xf32>, tensor<7x38xf32>, tensor<i32>, tensor<i32>) -> tensor<9x40xf32>
  return %3 : tensor<9x40xf32>
}

// What is written where it was read is done in place, and so is a small window.
// CHECK-LABEL: func.func @in_place(
// CHECK:         cjax.dynamic_update_slice {{.*}}
// CHECK-NEXT:    return
func.func @in_place(%x: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %c = cjax.constant dense<1> : tensor<i32>
  %0 = cjax.slice %x from [1, 1] to [8, 39] by [1, 1] : tensor<9x40xf32> -> tensor<7x38xf32>
  %1 = cjax.square %0 : tensor<7x38xf32>
  %2 = cjax.neg %1 : tensor<7x38xf32>
  %3 = cjax.dynamic_update_slice %x, %2[%c, %c] : (tensor<9x40xf32>, tensor<7x38xf32>, tensor<i32>, tensor<i32>) -> tensor<9x40xf32>
  return %3 : tensor<9x40xf32>
}

// The new elements are needed by themselves.
// CHECK-LABEL: func.func @needed(
// CHECK:         cjax.dynamic_update_slice {{.*}}
// CHECK-NEXT:    return
func.func @needed(%x: tensor<9x40xf32>) -> (tensor<9x40xf32>, tensor<7x38xf32>) {
  %c = cjax.constant dense<1> : tensor<i32>
  %0 = cjax.slice %x from [0, 1] to [7, 39] by [1, 1] : tensor<9x40xf32> -> tensor<7x38xf32>
  %1 = cjax.slice %x from [1, 2] to [8, 40] by [1, 1] : tensor<9x40xf32> -> tensor<7x38xf32>
  %2 = cjax.add %0, %1 : tensor<7x38xf32>
  %3 = cjax.dynamic_update_slice %x, %2[%c, %c] : (tensor<9x40xf32>, tensor<7x38xf32>, tensor<i32>, tensor<i32>) -> tensor<9x40xf32>
  return %3, %2 : tensor<9x40xf32>, tensor<7x38xf32>
}
