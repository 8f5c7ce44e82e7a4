// RUN: cjax-lower %s -o %t && %t 2> %t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err
func.func @main() {
  %i = cjax.constant dense<1> : tensor<i64>
  %j = cjax.constant dense<7> : tensor<i64>
  %k = cjax.constant dense<-3> : tensor<i64>
  // CHECK: one three zero
  cjax.print ["", " ", " ", "\0A"] with %i, %j, %k : tensor<i64>, tensor<i64>, tensor<i64>
      as ["choice", "choice", "choice"]
      {tables = [["zero", "one", "three"], ["zero", "one", "three"], ["zero", "one", "three"]]}
  %x = cjax.constant dense<1.0> : tensor<2x9xf32>
  %b = cjax.constant dense<[true, false]> : tensor<2xi1>
  %n = cjax.constant dense<> : tensor<0xf32>
  // CHECK-NEXT: {{\[\[}}1. 1. 1. 1. 1. 1. 1. 1. 1.]
  // CHECK-NEXT: [1. 1. 1. 1. 1. 1. 1. 1. 1.]] [ True False] []
  cjax.print ["", " ", " ", "\0A"] with %x, %b, %n : tensor<2x9xf32>, tensor<2xi1>, tensor<0xf32> as ["str", "str", "str"]
  %key = cjax.constant dense<[0, 42]> : tensor<2xui32>
  // CHECK-NEXT: Array((), dtype=key<fry>) overlaying:
  // CHECK-NEXT: [ 0 42]
  cjax.print ["", "\0A"] with %key : tensor<2xui32> as ["key"]
  // ERR: to stderr 1
  cjax.print ["to stderr ", "\0A"] with %i : tensor<i64> as ["fmt:d"] {stream = 2 : i64}
  func.return
}
