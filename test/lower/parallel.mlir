// RUN: cjax-opt --lower-parallel %s | FileCheck %s
// RUN: cjax-opt --lower-parallel --lower-plan-memory --lower-to-llvm %s | FileCheck %s --check-prefix=LLVM

// The body's memory is lifted: one piece per range.
// CHECK-LABEL: func.func private @k
// CHECK: %[[SCRATCH:.*]] = memref.alloc() : memref<1024xi8>
// CHECK: call @k_part0_launch(%arg0, %[[SCRATCH]])
// LLVM: llvm.func @k_part0_launch(!llvm.ptr {llvm.noalias}, !llvm.ptr {llvm.noalias})
func.func private @k(%x: memref<512x4xf32>) {
  %c1 = arith.constant 1 : index
  scf.forall (%i) in (512) {
    %row = memref.alloc() : memref<4xf32>
    %v = memref.load %x[%i, %c1] : memref<512x4xf32>
    memref.store %v, %row[%c1] : memref<4xf32>
    %w = memref.load %row[%c1] : memref<4xf32>
    memref.store %w, %x[%i, %c1] : memref<512x4xf32>
  }
  return
}
// CHECK-LABEL: func.func private @k_part0(
// CHECK-SAME: index, %{{.*}}: memref<512x4xf32> {llvm.noalias}, %{{.*}}: memref<1024xi8> {llvm.noalias})
// CHECK: scf.for
// CHECK: memref.view
