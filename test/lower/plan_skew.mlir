// plan_skew.mlir -- large arrays of whole pages do not begin at the same place of a page; small ones lie side by side.
// RUN: cjax-opt --lower-plan-memory %s | FileCheck %s

// CHECK-LABEL: func.func @cjax_main(%arg0: memref<534656xi8>)
func.func @cjax_main() {
  %c0 = arith.constant 0 : index
  %f = arith.constant 1.0 : f32
  // CHECK-DAG: %[[SECOND:.*]] = arith.constant 263232 : index
  // CHECK-DAG: memref.view %arg0[%[[SECOND]]][] {{.*}} to memref<65536xf32>
  // CHECK-DAG: %[[LAST:.*]] = arith.constant 530560 : index
  // CHECK-DAG: memref.view %arg0[%[[LAST]]][] {{.*}} to memref<1024xf32>
  %x = memref.alloc() : memref<65536xf32>
  %y = memref.alloc() : memref<65536xf32>
  %z = memref.alloc() : memref<1024xf32>
  %t = memref.alloc() : memref<1024xf32>
  memref.copy %x, %y : memref<65536xf32> to memref<65536xf32>
  memref.copy %z, %t : memref<1024xf32> to memref<1024xf32>
  memref.store %f, %x[%c0] : memref<65536xf32>
  memref.store %f, %z[%c0] : memref<1024xf32>
  return
}
