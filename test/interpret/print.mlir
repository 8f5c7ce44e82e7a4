// print.mlir -- text with fields, a choice, a key, the error stream.
// RUN: cjax-opt --interpret %s 2>%t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.0]> : tensor<2xf32>
  %p = cjax.constant dense<3.14159274> : tensor<f32>
  %i = cjax.constant dense<1> : tensor<i64>
  %k = cjax.constant dense<[0, 42]> : tensor<2xui32>
  // CHECK: x = Array([0.5, 1. ], dtype=float32), p = 3.14
  cjax.print ["x = ", ", p = ", "\0A"] with %x, %p : tensor<2xf32>, tensor<f32> as ["repr", "fmt:.2f"]
  // CHECK-NEXT: the second
  cjax.print ["the ", "\0A"] with %i : tensor<i64> as ["choice"] {tables = [["first", "second"]]}
  // CHECK-NEXT: Array((), dtype=key<fry>) overlaying:
  // CHECK-NEXT: [ 0 42]
  cjax.print ["", "\0A"] with %k : tensor<2xui32> as ["key"]
  // ERR: to stderr
  cjax.print ["to stderr\0A"] as [] {stream = 2 : i64}
  return
}
