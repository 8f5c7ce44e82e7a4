// RUN: cjax-lower %s -o %t && not %t 2> %t.err | FileCheck %s --implicit-check-not=after
// RUN: FileCheck %s --check-prefix=ERR < %t.err
func.func @main() {
  %t = cjax.constant dense<true> : tensor<i1>
  %f = cjax.constant dense<false> : tensor<i1>
  %i = cjax.constant dense<5> : tensor<i64>
  cjax.check %t, ["no\0A"] as [] : tensor<i1>
  // CHECK: before
  cjax.print ["before\0A"] as []
  // ERR: index 5 is out of range
  cjax.check %f, ["index ", " is out of range\0A"] with %i : tensor<i64> as ["fmt:d"] : tensor<i1>
  cjax.print ["after\0A"] as []
  func.return
}
