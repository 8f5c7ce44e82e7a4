// arguments.mlir -- the command line and the exit status.
// RUN: not cjax-opt --interpret %s 12 | FileCheck %s
// RUN: not cjax-opt --interpret %s twelve 2>&1 | FileCheck %s --check-prefix=BAD

func.func @main() {
  %n = cjax.argc : tensor<i64>
  %one = cjax.constant dense<1> : tensor<i64>
  %text = cjax.argv %one "" : tensor<i64> -> tensor<i64>
  %x = cjax.text_call "int" %text "" : tensor<i64> -> tensor<i64>
  // CHECK: 2 12
  // BAD: ValueError: invalid literal for int() with base 10: 'twelve'
  cjax.print ["", " ", "\0A"] with %n, %x : tensor<i64>, tensor<i64> as ["str", "str"]
  cjax.exit %x : tensor<i64>
  return
}
