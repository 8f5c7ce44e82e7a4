// check.mlir -- a check that holds says nothing; one that fails ends the program with status 1.
// RUN: not cjax-opt --interpret %s 2>%t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err

func.func @main() {
  %yes = cjax.constant dense<true> : tensor<i1>
  %no = cjax.constant dense<false> : tensor<i1>
  %x = cjax.constant dense<7> : tensor<i64>
  cjax.check %yes, ["not seen\0A"] as [] : tensor<i1>
  // CHECK: before
  cjax.print ["before\0A"] as []
  // ERR: ValueError: got 7
  cjax.check %no, ["ValueError: got ", "\0A"] with %x : tensor<i64> as ["str"] : tensor<i1>
  // CHECK-NOT: after
  cjax.print ["after\0A"] as []
  return
}
