// concatenate_rows.mlir -- where the parts of a row are few elements, each row is written from all parts in turn.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @k0_concatenate(
// CHECK:         scf.for
// CHECK-COUNT-3: memref.store {{.*}} : memref<50x3xf32>
// CHECK-NOT:     scf.for
// CHECK:         return
func.func @main(%x: tensor<50x1xf32>, %y: tensor<50x2xf32>) -> tensor<50x3xf32> {
  %0 = cjax.concatenate %x, %y dim 1 : (tensor<50x1xf32>, tensor<50x2xf32>) -> tensor<50x3xf32>
  return %0 : tensor<50x3xf32>
}
