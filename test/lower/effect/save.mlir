// save.mlir -- arrays as .npy files, and bf16 in a format of its own.
// RUN: rm -rf %t && mkdir %t && cd %t && cjax-lower %s -o save && ./save
// RUN: head -c 128 out.npy | tail -c +11 | FileCheck %s
// RUN: od -An -tf4 -j128 out.npy | FileCheck %s --check-prefix=DATA
// RUN: od -An -tx2 raw | FileCheck %s --check-prefix=RAW
func.func @main() {
  // CHECK: {'descr': '<f4', 'fortran_order': False, 'shape': (2,), }
  // DATA: 1.5 -2
  %x = cjax.constant dense<[1.5, -2.0]> : tensor<2xf32>
  cjax.save_npy %x "out.npy" "m" : tensor<2xf32>
  // RAW: 3fc0 c000
  %b = cjax.constant dense<[1.5, -2.0]> : tensor<2xbf16>
  cjax.save_npy %b "raw" "m" {format = "raw 0 1 "} : tensor<2xbf16>
  return
}
