// RUN: rm -rf %t && mkdir %t
// RUN: cjax-lower --emit=lib --entry=predict %s -o %t/libmodel.a
// RUN: %cc_host -I%t %S/Inputs/client.c -L%t -lmodel -o %t/client && %t/client | FileCheck %s
// RUN: %cc_host -shared -o %t/model.so -Wl,--whole-archive %t/libmodel.a -Wl,--no-whole-archive
// RUN: %python %S/Inputs/client.py %t/model.so 4096 | FileCheck %s --check-prefix=PYTHON
// RUN: llvm-nm -u %t/libmodel.a | FileCheck %s --check-prefix=UNDEFINED --allow-empty
// RUN: llvm-nm --defined-only -g %t/libmodel.a | FileCheck %s --check-prefix=DEFINED
// RUN: FileCheck %s --check-prefix=HEADER < %t/model.h

// CHECK: 0 3 45 3 101
// CHECK-NEXT: 1 2 3
// CHECK-NEXT: 0 3 45 3 101
// PYTHON: 0 3.0 45.0 3.0 [1, 0, 1]
// UNDEFINED-NOT: U {{[^m]|m[^e]}}
// DEFINED: T model_predict
// DEFINED-NOT: {{ [TDB] }}
// HEADER: const float *arg0; // float32[16]
// HEADER: #define MODEL_PREDICT_WORKSPACE [[#]]
func.func @predict(%x: tensor<16xf32>, %s: tensor<f32>, %v: tensor<3xi1>)
    -> (tensor<16xf32>, tensor<f32>, tensor<3xi1>) {
  %y = cjax.add %x, %x : tensor<16xf32>
  %z = cjax.add %y, %x : tensor<16xf32>
  %t = cjax.add %s, %s : tensor<f32>
  func.return %z, %t, %v : tensor<16xf32>, tensor<f32>, tensor<3xi1>
}
func.func @main() {
  cjax.print ["not in the library"] as []
  func.return
}
