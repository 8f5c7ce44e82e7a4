// errors.mlir -- what real, imag, conj, complex and comparisons refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func @f(%x: tensor<2xf32>) {
  // CHECK: error: TypeError: real does not accept dtype float32. Accepted dtypes are subtypes of complexfloating.
  %y = "cjax.real"(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return
}
// -----
func.func @f(%x: tensor<2xf16>) {
  // CHECK: error: TypeError: complex does not accept dtype float16 at position 0. Accepted dtypes at position 0 are subtypes of float32, float64.
  %y = "cjax.complex"(%x, %x) : (tensor<2xf16>, tensor<2xf16>) -> tensor<2xcomplex<f16>>
  return
}
// -----
func.func @f(%x: tensor<2xcomplex<f32>>) {
  // CHECK: error: TypeError: lt does not accept dtype complex64 at position 0. Accepted dtypes at position 0 are subtypes of integer, floating, bool.
  %y = cjax.lt %x, %x : tensor<2xcomplex<f32>> -> tensor<2xi1>
  return
}
