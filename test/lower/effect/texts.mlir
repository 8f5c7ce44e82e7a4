// texts.mlir -- texts of the executable: made, joined, compared, cut, padded, read as numbers.
// RUN: cjax-lower %s -o %t && %t abc | FileCheck %s
// RUN: cjax-opt --interpret %s abc | FileCheck %s
func.func @main() {
  %one = cjax.constant dense<1> : tensor<i64>
  %two = cjax.constant dense<2> : tensor<i64>
  %zero = cjax.constant dense<0> : tensor<i64>
  %a = cjax.argv %one "" : tensor<i64> -> tensor<i64>
  %b = cjax.text ["x=", ";"] with %two : tensor<i64> as ["py"] : tensor<i64>
  %ab = cjax.text ["", "", ""] with %a, %b : tensor<i64>, tensor<i64> as ["text:", "text:>6"] : tensor<i64>
  %n = cjax.text_call "length" %ab "" : tensor<i64> -> tensor<i64>
  %up = cjax.text_call "case" %a, %zero "" : tensor<i64>, tensor<i64> -> tensor<i64>
  %cut = cjax.text_call "slice" %ab, %one, %two "" : tensor<i64>, tensor<i64>, tensor<i64> -> tensor<i64>
  %order = cjax.text_call "compare" %a, %b "" : tensor<i64>, tensor<i64> -> tensor<i64>
  %digits = cjax.text ["4", ""] with %two : tensor<i64> as ["py"] : tensor<i64>
  %f = cjax.text_call "float" %digits "" : tensor<i64> -> tensor<f64>
  %quoted = cjax.text_call "repr" %a "" : tensor<i64> -> tensor<i64>
  %again = cjax.text_call "repeat" %a, %two "" : tensor<i64>, tensor<i64> -> tensor<i64>
  // CHECK: abc  x=2;|9|ABC|b|-1|42.0|'abc'|abcabc|  abc  |
  cjax.print ["", "|", "|", "|", "|", "|", "|", "|", "|", "|\0A"] with %ab, %n, %up, %cut, %order, %f, %quoted, %again, %a
      : tensor<i64>, tensor<i64>, tensor<i64>, tensor<i64>, tensor<i64>, tensor<f64>, tensor<i64>, tensor<i64>, tensor<i64>
      as ["text:", "py", "text:", "text:", "py", "py", "text:", "text:", "text:^7"]
  func.return
}
