// RUN: cjax-opt --expand-transforms --interpret %s | FileCheck %s
// An effect on batched operands happens once per element, in order; one on others once.

func.func private @f(%x: tensor<i32>, %n: tensor<i32>) -> tensor<i32> {
  cjax.print ["x = ", "\0A"] with %x : tensor<i32> as ["str"]
  cjax.print ["n = ", "\0A"] with %n : tensor<i32> as ["str"]
  return %x : tensor<i32>
}
// CHECK:      x = 0
// CHECK-NEXT: x = 1
// CHECK-NEXT: x = 2
// CHECK-NEXT: n = 7
// CHECK-NOT:  n
func.func @main() {
  %xs = cjax.iota dim 0 : tensor<3xi32>
  %n = cjax.constant dense<7> : tensor<i32>
  %0 = cjax.vmap @f(%xs, %n) in [0, -1] out [0] size 3 : (tensor<3xi32>, tensor<i32>) -> tensor<3xi32>
  return
}
