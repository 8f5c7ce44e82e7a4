// fuse_neighbours.mlir -- slices, rolls and padded arrays are read where they are; sums take slices only.
// RUN: cjax-opt --fuse %s | FileCheck %s

// CHECK-LABEL: func.func @slices(
// CHECK-NEXT:    cjax.fusion %{{[^,]*}} : (tensor<9x40xf32>) -> tensor<9x38xf32> {
// CHECK-COUNT-2:   cjax.slice
func.func @slices(%x: tensor<9x40xf32>) -> tensor<9x38xf32> {
  %0 = cjax.slice %x from [0, 0] to [9, 38] by [1, 1] : tensor<9x40xf32> -> tensor<9x38xf32>
  %1 = cjax.slice %x from [0, 2] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x38xf32>
  %2 = cjax.sub %1, %0 : tensor<9x38xf32>
  return %2 : tensor<9x38xf32>
}

// Every second element does not fill a vector.
// CHECK-LABEL: func.func @strided(
// CHECK-NEXT:    cjax.slice
// CHECK-NEXT:    cjax.neg
func.func @strided(%x: tensor<9x40xf32>) -> tensor<9x20xf32> {
  %0 = cjax.slice %x from [0, 0] to [9, 40] by [1, 2] : tensor<9x40xf32> -> tensor<9x20xf32>
  %1 = cjax.neg %0 : tensor<9x20xf32>
  return %1 : tensor<9x20xf32>
}

// CHECK-LABEL: func.func @roll(
// CHECK-NEXT:    cjax.fusion %{{[^,]*}} : (tensor<9x40xf32>) -> tensor<9x40xf32> {
// CHECK:           cjax.concatenate
func.func @roll(%x: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %0 = cjax.slice %x from [0, 39] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x1xf32>
  %1 = cjax.slice %x from [0, 0] to [9, 39] by [1, 1] : tensor<9x40xf32> -> tensor<9x39xf32>
  %2 = cjax.concatenate %0, %1 dim 1 : (tensor<9x1xf32>, tensor<9x39xf32>) -> tensor<9x40xf32>
  %3 = cjax.sub %x, %2 : tensor<9x40xf32>
  return %3 : tensor<9x40xf32>
}

// Parts of two arrays are no roll.
// CHECK-LABEL: func.func @joined(
// CHECK:         cjax.concatenate
// CHECK-NEXT:    cjax.neg
func.func @joined(%x: tensor<9x40xf32>, %y: tensor<9x40xf32>) -> tensor<9x40xf32> {
  %0 = cjax.slice %y from [0, 39] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x1xf32>
  %1 = cjax.slice %x from [0, 0] to [9, 39] by [1, 1] : tensor<9x40xf32> -> tensor<9x39xf32>
  %2 = cjax.concatenate %0, %1 dim 1 : (tensor<9x1xf32>, tensor<9x39xf32>) -> tensor<9x40xf32>
  %3 = cjax.neg %2 : tensor<9x40xf32>
  return %3 : tensor<9x40xf32>
}

// Nor are an argument and what was computed.
// CHECK-LABEL: func.func @appended(
// CHECK:         cjax.concatenate
func.func @appended(%x: tensor<9x40xf32>, %y: tensor<9x1xf32>) -> tensor<9x41xf32> {
  %0 = cjax.slice %x from [0, 0] to [9, 40] by [1, 1] : tensor<9x40xf32> -> tensor<9x40xf32>
  %1 = cjax.concatenate %y, %0 dim 1 : (tensor<9x1xf32>, tensor<9x40xf32>) -> tensor<9x41xf32>
  %2 = cjax.neg %1 : tensor<9x41xf32>
  return %2 : tensor<9x41xf32>
}

// The loop of a sum is not cut: it takes the padded array from memory.
// CHECK-LABEL: func.func @pad(
// CHECK:         %[[P:.*]] = cjax.pad
// CHECK-NEXT:    cjax.fusion %{{[^,]*}}, %{{[^,]*}} : (tensor<9x40xf32>, tensor<f32>) -> tensor<11x42xf32> {
// CHECK:           cjax.pad
// CHECK:         cjax.reduce_sum %[[P]]
func.func @pad(%x: tensor<9x40xf32>, %p: tensor<f32>) -> (tensor<11x42xf32>, tensor<11xf32>) {
  %0 = cjax.pad %x, %p low [1, 1] high [1, 1] interior [0, 0] : (tensor<9x40xf32>, tensor<f32>) -> tensor<11x42xf32>
  %1 = cjax.neg %0 : tensor<11x42xf32>
  %2 = cjax.reduce_sum %0 over [1] : tensor<11x42xf32> -> tensor<11xf32>
  return %1, %2 : tensor<11x42xf32>, tensor<11xf32>
}
