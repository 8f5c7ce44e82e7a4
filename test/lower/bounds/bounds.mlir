// bounds.mlir -- every index of a load, store or view is checked, unless an analysis of ranges proves it.
// RUN: cjax-opt --lower-check-bounds %s | FileCheck %s

// CHECK: cjax.bounds = array<i64: 19, 13>

// A loop's index, and what is computed of it.
// CHECK-LABEL: @proved
// CHECK-NOT: cjax_rt_out_of_range
func.func @proved(%m: memref<10x32xf32>, %out: memref<320xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c8 = arith.constant 8 : index
  %c10 = arith.constant 10 : index
  %c32 = arith.constant 32 : index
  scf.for %i = %c0 to %c10 step %c1 {
    scf.for %j = %c0 to %c32 step %c8 {
      %v = vector.load %m[%i, %j] : memref<10x32xf32>, vector<8xf32>
      %row = arith.muli %i, %c32 : index
      %at = arith.addi %row, %j : index
      vector.store %v, %out[%at] : memref<320xf32>, vector<8xf32>
      %x = memref.load %m[%i, %j] : memref<10x32xf32>
      memref.store %x, %out[%at] : memref<320xf32>
    }
  }
  return
}

// A clamped index is proved, one from memory is not.
// CHECK-LABEL: @clamped
// CHECK: %[[BAD:.*]] = arith.cmpi uge, %[[I:.*]], %{{.*}} : index
// CHECK: scf.if %[[BAD]]
// CHECK: call @cjax_rt_out_of_range
// CHECK: memref.load %{{.*}}[%[[I]]]
// CHECK-NOT: cjax_rt_out_of_range
// CHECK: return
func.func @clamped(%m: memref<10xf32>, %k: memref<1xindex>) -> f32 {
  %c0 = arith.constant 0 : index
  %c9 = arith.constant 9 : index
  %k0 = memref.load %k[%c0] : memref<1xindex>
  %x = memref.load %m[%k0] : memref<10xf32>
  %low = arith.maxsi %k0, %c0 : index
  %at = arith.minsi %low, %c9 : index
  %y = memref.load %m[%at] : memref<10xf32>
  %z = arith.addf %x, %y : f32
  return %z : f32
}

// One lane too many; masked stores whose mask is not known, and is.
// CHECK-LABEL: @lanes
// CHECK: scf.if %{{.*}} {
// CHECK: call @cjax_rt_out_of_range
// CHECK: vector.load
// CHECK: vector.reduction <or>
// CHECK: scf.if
// CHECK: call @cjax_rt_out_of_range
// CHECK: vector.maskedstore
// CHECK-NOT: cjax_rt_out_of_range
// CHECK: vector.maskedstore
func.func @lanes(%m: memref<10xf32>, %mask: vector<8xi1>) {
  %c3 = arith.constant 3 : index
  %v = vector.load %m[%c3] : memref<10xf32>, vector<8xf32>
  vector.maskedstore %m[%c3], %mask, %v : memref<10xf32>, vector<8xi1>, vector<8xf32>
  %seven = arith.constant dense<[true, true, true, true, true, true, true, false]> : vector<8xi1>
  vector.maskedstore %m[%c3], %seven, %v : memref<10xf32>, vector<8xi1>, vector<8xf32>
  return
}

// Views are checked where they are made.
// CHECK-LABEL: @views
// CHECK-COUNT-3: call @cjax_rt_out_of_range
// CHECK: return
func.func @views(%m: memref<10x4xf32>, %bytes: memref<64xi8>, %i: index) -> f32 {
  %c0 = arith.constant 0 : index
  %rows = memref.subview %m[%i, 0] [2, 4] [1, 1] : memref<10x4xf32> to memref<2x4xf32, strided<[4, 1], offset: ?>>
  %flat = memref.reinterpret_cast %m to offset: [%i], sizes: [8], strides: [2]
      : memref<10x4xf32> to memref<8xf32, strided<[2], offset: ?>>
  %words = memref.view %bytes[%i][] : memref<64xi8> to memref<4xf32>
  %x = memref.load %rows[%c0, %c0] : memref<2x4xf32, strided<[4, 1], offset: ?>>
  %y = memref.load %words[%c0] : memref<4xf32>
  %w = memref.load %flat[%c0] : memref<8xf32, strided<[2], offset: ?>>
  %z = arith.addf %x, %y : f32
  %s = arith.addf %z, %w : f32
  return %s : f32
}
