// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// Forward mode: tangents beside values; a zero tangent is no value.

func.func private @g(%x: tensor<f32>, %n: tensor<i32>) -> (tensor<f32>, tensor<f32>, tensor<i32>) {
  %0 = cjax.exp %x : tensor<f32>
  %1 = cjax.convert_element_type %n : tensor<i32> -> tensor<f32>
  return %0, %1, %n : tensor<f32>, tensor<f32>, tensor<i32>
}

// The tangent of the second result is zero: made only where the op gives it.
// CHECK-LABEL: func.func @main(
// CHECK:         %[[R:.*]]:4 = call @g.jvp(%{{.*}}, %{{.*}}, %{{.*}})
// CHECK:         %[[ZERO:.*]] = cjax.constant dense<0.0
// CHECK:         return %[[R]]#3, %[[ZERO]]
func.func @main(%x: tensor<f32>, %n: tensor<i32>, %dx: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %a, %b, %c, %da, %db = cjax.jvp @g(%x, %n, %dx) wrt [0]
    : (tensor<f32>, tensor<i32>, tensor<f32>)
    -> (tensor<f32>, tensor<f32>, tensor<i32>, tensor<f32>, tensor<f32>)
  return %da, %db : tensor<f32>, tensor<f32>
}

// CHECK-LABEL: func.func private @g.jvp(
// CHECK-SAME:    %[[X:.*]]: tensor<f32>, %[[N:.*]]: tensor<i32>, %[[DX:.*]]: tensor<f32>)
// CHECK-NEXT:    %[[E:.*]] = cjax.exp %[[X]]
// CHECK-NEXT:    %[[D:.*]] = cjax.mul %[[DX]], %[[E]]
// CHECK-NEXT:    %[[F:.*]] = cjax.convert_element_type %[[N]]
// CHECK-NEXT:    return %[[E]], %[[F]], %[[N]], %[[D]]
