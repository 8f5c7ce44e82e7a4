// uniform.mlir -- elementwise ops on arrays whose elements are all one value: computed once, as a scalar, without a kernel.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s --check-prefix=CODE
// RUN: cjax-lower %s -o %t && %t | FileCheck %s
// CODE-LABEL: @f_fill(%arg0: f32,
// CODE-NEXT: %[[Y:.*]] = arith.mulf %arg0, %arg0 : f32
// CODE: linalg.fill ins(%[[Y]] : f32)
// CODE-NEXT: return
func.func private @fill(%s: tensor<f32>) -> tensor<1000xf32> {
  %x = cjax.broadcast_in_dim %s dims [] : tensor<f32> -> tensor<1000xf32>
  %y = cjax.mul %x, %x : tensor<1000xf32>
  return %y : tensor<1000xf32>
}
func.func @main() {
  %s = cjax.constant dense<3.0> : tensor<f32>
  %y = call @fill(%s) : (tensor<f32>) -> tensor<1000xf32>
  %last = cjax.slice %y from [998] to [1000] by [1] : tensor<1000xf32> -> tensor<2xf32>
  // CHECK: [9. 9.]
  cjax.print ["", "\0A"] with %last : tensor<2xf32> as ["str"]
  return
}
