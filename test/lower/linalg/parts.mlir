// parts.mlir -- batches of factorisations are cut where that is worth it: groups of 16 small matrices, which the runtime has in lanes.
// RUN: cjax-opt --lower-to-linalg %s | FileCheck %s

// CHECK-LABEL: func.func private @f_many
// CHECK: scf.forall (%[[I:.*]]) in (16)
// CHECK: call @cjax_rt_cholesky_f32
func.func private @many(%x: tensor<5000x8x8xf32>) -> tensor<5000x8x8xf32> {
  %y = cjax.cholesky %x : tensor<5000x8x8xf32>
  return %y : tensor<5000x8x8xf32>
}

// CHECK-LABEL: func.func private @f_some
// CHECK: scf.forall (%[[I:.*]]) in (3)
// CHECK: call @cjax_rt_svd_f64
func.func private @some(%x: tensor<60x8x8xf64>) -> tensor<60x8xf64> {
  %y = cjax.svd %x : (tensor<60x8x8xf64>) -> tensor<60x8xf64>
  return %y : tensor<60x8xf64>
}

// CHECK-LABEL: func.func private @f_few
// CHECK-NOT: scf.forall
// CHECK: call @cjax_rt_cholesky_f32
func.func private @few(%x: tensor<1000x8x8xf32>) -> tensor<1000x8x8xf32> {
  %y = cjax.cholesky %x : tensor<1000x8x8xf32>
  return %y : tensor<1000x8x8xf32>
}

// Their scratch together takes no more than 32 MB, or what they read and write.
// CHECK-LABEL: func.func private @f_large
// CHECK: scf.forall (%[[I:.*]]) in (2)
// CHECK: call @cjax_rt_svd_f32
func.func private @large(%x: tensor<9x300x300xf32>) -> tensor<9x300xf32> {
  %y = cjax.svd %x : (tensor<9x300x300xf32>) -> tensor<9x300xf32>
  return %y : tensor<9x300xf32>
}

// CHECK-LABEL: func.func private @f_single
// CHECK-NOT: scf.forall
// CHECK: call @cjax_rt_eigh_f64
func.func private @single(%x: tensor<600x600xf64>) -> (tensor<600x600xf64>, tensor<600xf64>) {
  %e:2 = cjax.eigh %x : (tensor<600x600xf64>) -> (tensor<600x600xf64>, tensor<600xf64>)
  return %e#0, %e#1 : tensor<600x600xf64>, tensor<600xf64>
}
