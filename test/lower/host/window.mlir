// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=OUT

// Rows, pieces and transposed unit dimensions are views: no kernel but the iota and the two sums.
// CHECK: func.func private @k0_iota
// CHECK: func.func private @k1_add
// CHECK-NOT: func.func private @k2
func.func @main() {
  %x = cjax.iota dim 1 : tensor<4x10xi32>
  %i = cjax.constant dense<7> : tensor<i32>
  %z = cjax.constant dense<0> : tensor<i32>
  %row = cjax.dynamic_slice %x[%i, %z] sizes [1, 10] : (tensor<4x10xi32>, tensor<i32>, tensor<i32>) -> tensor<1x10xi32>
  %two = cjax.slice %x from [1, 0] to [3, 10] by [1, 1] : tensor<4x10xi32> -> tensor<2x10xi32>
  %p:2 = cjax.split %x sizes [1, 3] axis 0 : (tensor<4x10xi32>) -> (tensor<1x10xi32>, tensor<3x10xi32>)
  %t = cjax.transpose %row perm [1, 0] : tensor<1x10xi32> -> tensor<10x1xi32>
  %u = cjax.reshape %t : tensor<10x1xi32> -> tensor<10xi32>
  %v = cjax.add %u, %u : tensor<10xi32>
  %e = cjax.slice %x from [2, 3] to [3, 4] by [1, 1] : tensor<4x10xi32> -> tensor<1x1xi32>
  %f = cjax.reshape %e : tensor<1x1xi32> -> tensor<i32>
  // OUT: [ 0 2 4 6 8 10 12 14 16 18] 3
  cjax.print ["", " ", "\n"] with %v, %f : tensor<10xi32>, tensor<i32> as ["str", "str"]
  // OUT-NEXT: {{\[\[}}0 1 2 3 4 5 6 7 8 9]
  // OUT-NEXT: [0 1 2 3 4 5 6 7 8 9]]
  // OUT-NEXT: {{\[\[}}0 1 2 3 4 5 6 7 8 9]]
  cjax.print ["", "\n", "\n"] with %two, %p#0 : tensor<2x10xi32>, tensor<1x10xi32> as ["str", "str"]
  func.return
}
