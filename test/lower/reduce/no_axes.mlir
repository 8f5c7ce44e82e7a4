// no_axes.mlir -- a reduction over no axis is its operand; one over an axis of size 0 is neutral.
// RUN: cjax-lower %s -o %t && %t | FileCheck %s
func.func @main() {
  %x = cjax.constant dense<[[1.5, -2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %y = cjax.reduce_sum %x over [] : tensor<2x3xf32> -> tensor<2x3xf32>
  // CHECK: {{\[\[}} 1.5 -2. 3. ]
  // CHECK-NEXT: [ 4. 5. 6. ]]
  cjax.print ["", "\0A"] with %y : tensor<2x3xf32> as ["str"]
  %i = cjax.constant dense<> : tensor<0x3xf32>
  %z = cjax.reduce_max %i over [0] : tensor<0x3xf32> -> tensor<3xf32>
  // CHECK: [-inf -inf -inf]
  cjax.print ["", "\0A"] with %z : tensor<3xf32> as ["str"]
  return
}
