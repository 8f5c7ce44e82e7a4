// scan_reads_carry.mlir -- an array that is carried and read by rows is not written over.
// RUN: cjax-lower -O0 %s -o %t && %t | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s
func.func private @f(%x: tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3x3xf32>) {
  %y = cjax.neg %x : tensor<3x3xf32>
  %r:2 = cjax.scan %y, %y carry 1 length 3 : (tensor<3x3xf32>, tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3x3xf32>) do {
  ^bb0(%c: tensor<3x3xf32>, %row: tensor<3xf32>):
    %d = cjax.add %c, %c : tensor<3x3xf32>
    cjax.yield %d, %row : tensor<3x3xf32>, tensor<3xf32>
  }
  return %r#0, %r#1 : tensor<3x3xf32>, tensor<3x3xf32>
}
func.func @main() {
  %x = cjax.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]]> : tensor<3x3xf32>
  %r:2 = call @f(%x) : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3x3xf32>)
  // CHECK: {{\[\[}} -8. -16. -24.]
  // CHECK-NEXT: [-32. -40. -48.]
  // CHECK-NEXT: [-56. -64. -72.]]
  cjax.print ["", "\0A"] with %r#0 : tensor<3x3xf32> as ["str"]
  // CHECK-NEXT: {{\[\[}}-1. -2. -3.]
  // CHECK-NEXT: [-4. -5. -6.]
  // CHECK-NEXT: [-7. -8. -9.]]
  cjax.print ["", "\0A"] with %r#1 : tensor<3x3xf32> as ["str"]
  return
}
