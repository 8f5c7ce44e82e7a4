// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: fft requires a complex array, got float32[3]
  %r = cjax.fft %x {rank = 1 : i64} : tensor<3xf32>
  return
}
// -----
func.func private @f(%x: tensor<3xf32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: rfft cannot transform 2 dimensions of (3,)
  %r = cjax.rfft %x {rank = 2 : i64} : tensor<3xf32> -> tensor<2xcomplex<f32>>
  return
}
// -----
func.func private @f(%x: tensor<3xcomplex<f32>>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: TypeError: irfft of length 8 requires 5 elements, got (3,)
  %r = cjax.irfft %x {rank = 1 : i64, length = 8 : i64} : tensor<3xcomplex<f32>> -> tensor<8xf32>
  return
}
