// denormal.mlir -- arithmetic flushes denormal operands and results, moves keep them.
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func @main() {
  %x = cjax.constant dense<[1.0e-40, -1.0e-40]> : tensor<2xf32>
  %one = cjax.constant dense<1.0> : tensor<2xf32>
  %zero = cjax.constant dense<0.0> : tensor<2xf32>
  %y = cjax.mul %x, %one : tensor<2xf32>
  // CHECK: [0.0, -0.0]
  cjax.print ["", "\0A"] with %y : tensor<2xf32> as ["tolist"]
  %e = cjax.eq %x, %zero : tensor<2xf32> -> tensor<2xi1>
  // CHECK-NEXT: [True, True]
  cjax.print ["", "\0A"] with %e : tensor<2xi1> as ["tolist"]
  %n = cjax.neg %x : tensor<2xf32>
  // CHECK-NEXT: [-1.e-40 1.e-40]
  cjax.print ["", "\0A"] with %n : tensor<2xf32> as ["str"]
  return
}
