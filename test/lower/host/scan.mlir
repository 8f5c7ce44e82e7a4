// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=OUT
// RUN: cjax-lower -O0 %s -o %t && %t | FileCheck %s --check-prefix=OUT

// Rows of x are read and rows of y are made where they are.
// CHECK-LABEL: func.func @cjax_main
// CHECK: scf.for
// CHECK-NOT: memref.copy
// CHECK: return
func.func @main() {
  %x = cjax.constant dense<[[1, 2], [3, 4], [5, 6]]> : tensor<3x2xi32>
  %k = cjax.constant dense<[10, 20, 30]> : tensor<3xi32>
  %n = cjax.constant dense<0> : tensor<i32>
  %s = cjax.constant dense<0> : tensor<2xi32>
  %r:4 = cjax.scan %n, %s, %x, %k carry 2 length 3
      : (tensor<i32>, tensor<2xi32>, tensor<3x2xi32>, tensor<3xi32>)
     -> (tensor<i32>, tensor<2xi32>, tensor<3x2xi32>, tensor<3xi32>) do {
  ^bb0(%i: tensor<i32>, %a: tensor<2xi32>, %row: tensor<2xi32>, %e: tensor<i32>):
    %j = cjax.add %i, %e : tensor<i32>
    %c = cjax.mul %a, %row : tensor<2xi32>
    %b = cjax.add %a, %row : tensor<2xi32>
    cjax.yield %j, %b, %c, %j : tensor<i32>, tensor<2xi32>, tensor<2xi32>, tensor<i32>
  }
  // OUT: 60 [ 9 12]
  // OUT-NEXT: {{\[\[}} 0  0]
  // OUT-NEXT: [ 3  8]
  // OUT-NEXT: [20 36]]
  // OUT-NEXT: [10 30 60]
  cjax.print ["", " ", "\n", "\n", "\n"] with %r#0, %r#1, %r#2, %r#3
      : tensor<i32>, tensor<2xi32>, tensor<3x2xi32>, tensor<3xi32> as ["str", "str", "str", "str"]
  func.return
}
