// split_complex.mlir -- two real arrays for each complex one: ops, loops, calls, public functions, effects.
// RUN: cjax-opt --split-complex %s | FileCheck %s


// CHECK-LABEL: func.func @public(%{{.*}}: tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
func.func @public(%z: tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>> {
  // CHECK-DAG: %[[RE:.*]] = cjax.real
  // CHECK-DAG: %[[IM:.*]] = cjax.imag
  // CHECK: %[[Y:.*]]:2 = call @private(%[[RE]], %[[IM]]) : (tensor<2xf32>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
  %y = call @private(%z) : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  // CHECK: %[[Z:.*]] = cjax.complex %[[Y]]#0, %[[Y]]#1
  // CHECK: return %[[Z]] : tensor<2xcomplex<f32>>
  return %y : tensor<2xcomplex<f32>>
}

// CHECK-LABEL: func.func private @private(%arg0: tensor<2xf32>, %arg1: tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>)
func.func private @private(%z: tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>> {
  // CHECK-NOT: complex
  // CHECK: %[[S:.*]]:3 = cjax.scan %arg0, %arg1, %{{.*}}, %{{.*}} carry 2 length 3
  %xs = cjax.constant dense<(1.0, 2.0)> : tensor<3x2xcomplex<f32>>
  %r:2 = cjax.scan %z, %xs carry 1 length 3 : (tensor<2xcomplex<f32>>, tensor<3x2xcomplex<f32>>) -> (tensor<2xcomplex<f32>>, tensor<3x2xf32>) do {
  ^bb0(%c: tensor<2xcomplex<f32>>, %x: tensor<2xcomplex<f32>>):
    %n = cjax.mul %c, %x : tensor<2xcomplex<f32>>
    %a = cjax.abs %n : tensor<2xcomplex<f32>> -> tensor<2xf32>
    cjax.yield %n, %a : tensor<2xcomplex<f32>>, tensor<2xf32>
  }
  return %r#0 : tensor<2xcomplex<f32>>
}

// CHECK-LABEL: func.func @main
func.func @main() {
  %z = cjax.constant dense<[(1.0, 0.0), (0.0, 1.0)]> : tensor<2xcomplex<f32>>
  // CHECK: call @public(%{{.*}}) : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  %y = call @public(%z) : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  // CHECK: %[[P:.*]] = cjax.complex
  // CHECK: cjax.print ["", "\0A"] with %[[P]]
  cjax.print ["", "\0A"] with %y : tensor<2xcomplex<f32>> as ["str"]
  return
}

// What is no array stays.
// CHECK-LABEL: func.func @memory(%{{.*}}: memref<2xf32>, %{{.*}}: index)
func.func @memory(%m: memref<2xf32>, %i: index) {
  return
}
