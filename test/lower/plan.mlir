// RUN: cjax-opt --lower-plan-memory %s | FileCheck %s

// The second buffer takes the first one's place; what a loop reads lives until its end; callees get their part.
// CHECK-LABEL: func.func private @callee
// CHECK-SAME: memref<64xi8> {llvm.noalias}
func.func private @callee(%x: memref<4xf32>) {
  %0 = memref.alloc() : memref<4xf32>
  memref.copy %x, %0 : memref<4xf32> to memref<4xf32>
  return
}
// CHECK-LABEL: func.func @cjax_main(%arg0: memref<192xi8>)
func.func @cjax_main() {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c9 = arith.constant 9 : index
  %f = arith.constant 1.0 : f32
  // CHECK: %[[OUTER:.*]] = memref.view %arg0[%{{.*}}][] : memref<192xi8> to memref<4xf32>
  %0 = memref.alloc() : memref<4xf32>
  memref.store %f, %0[%c0] : memref<4xf32>
  scf.for %i = %c0 to %c9 step %c1 {
    %1 = memref.alloc() : memref<4xf32>
    memref.copy %0, %1 : memref<4xf32> to memref<4xf32>
    // CHECK: call @callee(%{{.*}}, %{{.*}}) : (memref<4xf32>, memref<64xi8>)
    func.call @callee(%1) : (memref<4xf32>) -> ()
    %2 = memref.alloc() : memref<4xf32>
    memref.store %f, %2[%c0] : memref<4xf32>
  }
  return
}
// CHECK: memref.global constant @cjax_arena_size : memref<i64> = dense<192>
