// windows.mlir -- the windows that a kernel contracts are a view of the array with strides that overlap.
// RUN: cjax-opt --join-windows %s | cjax-lower --emit=linalg - | FileCheck %s

// CHECK-LABEL: func.func private @k0_fusion(%arg0: memref<2x9x11x8xf32> {llvm.noalias}, %arg1: memref<48x50xf32>
// CHECK:         %[[V:.*]] = memref.reinterpret_cast %arg0 to offset: [0], sizes: [2, 4, 5, 3, 16], strides: [792, 176, 16, 88, 1]
// CHECK-NOT:     memref.store
// A row of a tile is an image, a line and a place; a window's elements are three runs of 16.
// CHECK:         scf.for %[[J:[a-z0-9]+]] = {{.*}} iter_args
// CHECK:           scf.for %[[I:[a-z0-9]+]] = {{.*}} iter_args
// CHECK:             arith.remui
// CHECK:             arith.divui
// CHECK:             memref.load %[[V]][%{{.*}}, %{{.*}}, %{{.*}}, %[[J]], %[[I]]]
// CHECK:             math.fma
// CHECK-NOT:     @k1
func.func @main(%x: tensor<2x9x11x8xf32>, %w: tensor<48x50xf32>) -> tensor<40x50xf32> {
  %0 = cjax.patches %x {counts = array<i64: 4, 5>, dilations = array<i64: 1, 1>, dimensions = array<i64: 1, 2>, position = 3 : i64,
      sizes = array<i64: 3, 2>, strides = array<i64: 2, 2>} : tensor<2x9x11x8xf32> -> tensor<2x4x5x3x2x8xf32>
  %1 = cjax.reshape %0 : tensor<2x4x5x3x2x8xf32> -> tensor<40x48xf32>
  %2 = cjax.dot_general %1, %w contract [1], [0] batch [], [] : (tensor<40x48xf32>, tensor<48x50xf32>) -> tensor<40x50xf32>
  return %2 : tensor<40x50xf32>
}
