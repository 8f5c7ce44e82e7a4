// RUN: cjax-lower %s -o %t
// RUN: cd %S/Inputs && not %t 41 2.5 | FileCheck %s
// RUN: cd %S/Inputs && not %t x 2.5 2>&1 | FileCheck %s --check-prefix=BAD
func.func @main() {
  %n = cjax.argc : tensor<i64>
  %one = cjax.constant dense<1> : tensor<i64>
  %last = cjax.constant dense<-1> : tensor<i64>
  %x = cjax.argv %one "here: \00\00" : tensor<i64> -> tensor<i64>
  %y = cjax.argv %last "here: \00\00" : tensor<i64> -> tensor<i64>
  %i = cjax.text_call "int" %x "here: \00\00" : tensor<i64> -> tensor<i64>
  %f = cjax.text_call "float" %y "here: \00\00" : tensor<i64> -> tensor<f64>
  %t0 = cjax.clock 0 : tensor<f64>
  %a = cjax.load_npy "a.npy" "here: \00\00" : tensor<3x4xf32>
  %s = cjax.load_npy "s.npy" "here: \00\00" : tensor<f32>
  cjax.block_until_ready %a, %s : tensor<3x4xf32>, tensor<f32>
  %t1 = cjax.clock 0 : tensor<f64>
  %ok = cjax.le %t0, %t1 : tensor<f64> -> tensor<i1>
  // CHECK: 3 41 2.5 True 2.5
  // CHECK-NEXT: {{\[\[}} 0. 1. 2. 3.]
  // BAD: here: ValueError: invalid literal for int() with base 10: 'x'
  cjax.print ["", " ", " ", " ", " ", "\0A", "\0A"] with %n, %i, %f, %ok, %s, %a
      : tensor<i64>, tensor<i64>, tensor<f64>, tensor<i1>, tensor<f32>, tensor<3x4xf32>
      as ["py", "py", "py", "py", "str", "str"]
  %c = cjax.constant dense<3> : tensor<i64>
  cjax.exit %c : tensor<i64>
  func.return
}
