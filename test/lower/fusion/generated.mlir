// RUN: cjax-lower --emit=linalg %s | FileCheck %s --check-prefix=KERNELS
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=SUM
// A fusion that takes nothing and gives a number, with arrays inside: one kernel, no array in memory.
// KERNELS: func.func private @k0_fusion(%{{.*}}: memref<f32>
// KERNELS-NOT: func.func private @k
// SUM: 3.32833{{[0-9]*}}e+08
func.func @main() {
  %0 = cjax.fusion : () -> tensor<f32> {
    %1 = cjax.iota dim 0 : tensor<1000xf32>
    %2 = cjax.mul %1, %1 : tensor<1000xf32>
    %3 = cjax.reduce_sum %2 over [0] : tensor<1000xf32> -> tensor<f32>
    cjax.yield %3 : tensor<f32>
  }
  cjax.print ["", "\0A"] with %0 : tensor<f32> as ["str"]
  return
}
