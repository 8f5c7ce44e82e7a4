// RUN: cjax-opt --split-complex %s | FileCheck %s
// RUN: cjax-opt --split-complex %s > %t.mlir && cjax-lower %t.mlir -o %t && %t | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

// Functions of complex64 are computed in double: near |z| = 1, beyond the range of e^x.
// CHECK-LABEL: func.func private @f
// CHECK: cjax.convert_element_type {{.*}} : tensor<1xf32> -> tensor<1xf64>
// CHECK: cjax.exp {{.*}} : tensor<1xf64>
// CHECK: cjax.convert_element_type {{.*}} : tensor<1xf64> -> tensor<1xf32>
func.func private @f(%x: tensor<1xcomplex<f32>>, %y: tensor<1xcomplex<f32>>) -> (tensor<1xcomplex<f32>>, tensor<1xcomplex<f32>>) {
  %0 = cjax.exp %x : tensor<1xcomplex<f32>>
  %1 = cjax.log %y : tensor<1xcomplex<f32>>
  return %0, %1 : tensor<1xcomplex<f32>>, tensor<1xcomplex<f32>>
}
func.func @main() {
  %x = cjax.constant dense<(88.845276, 0.75)> : tensor<1xcomplex<f32>>
  %y = cjax.constant dense<(0.77187604, 0.6363313)> : tensor<1xcomplex<f32>>
  %0:2 = call @f(%x, %y) : (tensor<1xcomplex<f32>>, tensor<1xcomplex<f32>>) -> (tensor<1xcomplex<f32>>, tensor<1xcomplex<f32>>)
  // EXEC: (2.8141e+38+2.6216055e+38j) (0.00035496+0.68944037j)
  cjax.print ["", " ", "\0A"] with %0#0, %0#1 : tensor<1xcomplex<f32>>, tensor<1xcomplex<f32>> as ["str", "str"]
  return
}
