// Floats of at most 8 bits are computed with in f16, scales in f32; what only holds them keeps them.
// RUN: cjax-opt --small-floats %s | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RESULT
// RUN: cjax-opt --small-floats %s | cjax-lower - -o %t && %t | FileCheck %s --check-prefix=RESULT

// CHECK-LABEL: func.func private @sum
// CHECK: %[[X:.*]] = cjax.convert_element_type %arg0 : tensor<3xf8E5M2> -> tensor<3xf16>
// CHECK: %[[Y:.*]] = cjax.convert_element_type %arg1 : tensor<3xf8E5M2> -> tensor<3xf16>
// CHECK: %[[Z:.*]] = cjax.add %[[X]], %[[Y]] : tensor<3xf16>
// CHECK: cjax.convert_element_type %[[Z]] : tensor<3xf16> -> tensor<3xf8E5M2>
func.func private @sum(%x: tensor<3xf8E5M2>, %y: tensor<3xf8E5M2>) -> tensor<3xf8E5M2> {
  %z = cjax.add %x, %y : tensor<3xf8E5M2>
  return %z : tensor<3xf8E5M2>
}

// CHECK-LABEL: func.func private @scale
// CHECK: cjax.mul {{.*}} : tensor<3xf32>
func.func private @scale(%x: tensor<3xf8E8M0FNU>) -> tensor<3xf8E8M0FNU> {
  %z = cjax.mul %x, %x : tensor<3xf8E8M0FNU>
  return %z : tensor<3xf8E8M0FNU>
}

func.func @main() {
  %x = cjax.constant dense<[0.25, 3.0, -57344.0]> : tensor<3xf8E5M2>
  %z = func.call @sum(%x, %x) : (tensor<3xf8E5M2>, tensor<3xf8E5M2>) -> tensor<3xf8E5M2>
  %s = cjax.constant dense<[0.25, 2.0, 1.0]> : tensor<3xf8E8M0FNU>
  %t = func.call @scale(%s) : (tensor<3xf8E8M0FNU>) -> tensor<3xf8E8M0FNU>
  // RESULT: [0.5 6 -inf]
  cjax.print ["", "\0A"] with %z : tensor<3xf8E5M2> as ["str"]
  // RESULT: [0.0625 4 1]
  cjax.print ["", "\0A"] with %t : tensor<3xf8E8M0FNU> as ["str"]
  return
}
