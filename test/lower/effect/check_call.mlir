// A check outside of loops is a call; in a loop it is a branch.
// RUN: cjax-lower %s --emit=linalg -o - | FileCheck %s --check-prefix=IR
// RUN: cjax-lower %s -o %t && not %t 2>&1 | FileCheck %s --implicit-check-not=after
// IR-LABEL: @cjax_main
// IR: call @cjax_rt_check
// IR: scf.for
// IR: scf.if
// IR: call @cjax_rt_fail
func.func @main() {
  %t = cjax.constant dense<true> : tensor<i1>
  %n = cjax.argc : tensor<i64>
  %one = cjax.constant dense<1> : tensor<i64>
  cjax.check %t, ["no\0A"] as [] : tensor<i1>
  %r = cjax.scan %n carry 1 length 9 : (tensor<i64>) -> (tensor<i64>) do {
  ^bb0(%x: tensor<i64>):
    %ok = cjax.eq %x, %one : tensor<i64> -> tensor<i1>
    cjax.check %ok, ["no\0A"] as [] : tensor<i1>
    cjax.yield %x : tensor<i64>
  }
  // CHECK: stop
  %bad = cjax.ne %n, %one : tensor<i64> -> tensor<i1>
  cjax.check %bad, ["stop\0A"] as [] : tensor<i1>
  cjax.print ["after\0A"] as []
  func.return
}
