// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

// The last columns are one vector of a panel that zeros fill, stored in part: 10 of 16, and 5 (and 3 of 4) after 32.
// CHECK: vector.maskedstore {{.*}} vector<16xf32>
// CHECK: vector.maskedstore {{.*}} vector<8xf32>
// CHECK: vector.maskedstore {{.*}} vector<4xf64>
func.func private @f0(%x: tensor<40x7xf32>, %y: tensor<7x10xf32>) -> tensor<40x10xf32> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<40x7xf32>, tensor<7x10xf32>) -> tensor<40x10xf32>
  return %0 : tensor<40x10xf32>
}
func.func private @f1(%x: tensor<40x7xf32>, %y: tensor<37x7xf32>) -> tensor<40x37xf32> {
  %0 = cjax.dot_general %x, %y contract [1], [1] batch [], [] : (tensor<40x7xf32>, tensor<37x7xf32>) -> tensor<40x37xf32>
  return %0 : tensor<40x37xf32>
}
func.func private @f2(%x: tensor<40x7xf64>, %y: tensor<19x7xf64>) -> tensor<40x19xf64> {
  %0 = cjax.dot_general %x, %y contract [1], [1] batch [], [] : (tensor<40x7xf64>, tensor<19x7xf64>) -> tensor<40x19xf64>
  return %0 : tensor<40x19xf64>
}
func.func private @f3(%x: tensor<40x7xbf16>, %y: tensor<7x10xbf16>) -> tensor<40x10xbf16> {
  %0 = cjax.dot_general %x, %y contract [1], [0] batch [], [] : (tensor<40x7xbf16>, tensor<7x10xbf16>) -> tensor<40x10xbf16>
  return %0 : tensor<40x10xbf16>
}
func.func @main() {
  %x = cjax.iota dim 0 : tensor<40x7xf32>
  %k = cjax.iota dim 1 : tensor<40x7xf32>
  %s = cjax.sub %x, %k : tensor<40x7xf32>
  %y = cjax.iota dim 1 : tensor<7x10xf32>
  %z = cjax.iota dim 0 : tensor<37x7xf32>
  %0 = call @f0(%s, %y) : (tensor<40x7xf32>, tensor<7x10xf32>) -> tensor<40x10xf32>
  %1 = call @f1(%s, %z) : (tensor<40x7xf32>, tensor<37x7xf32>) -> tensor<40x37xf32>
  %s64 = cjax.convert_element_type %s : tensor<40x7xf32> -> tensor<40x7xf64>
  %u = cjax.iota dim 0 : tensor<19x7xf64>
  %2 = call @f2(%s64, %u) : (tensor<40x7xf64>, tensor<19x7xf64>) -> tensor<40x19xf64>
  %sb = cjax.convert_element_type %s : tensor<40x7xf32> -> tensor<40x7xbf16>
  %yb = cjax.convert_element_type %y : tensor<7x10xf32> -> tensor<7x10xbf16>
  %3 = call @f3(%sb, %yb) : (tensor<40x7xbf16>, tensor<7x10xbf16>) -> tensor<40x10xbf16>
  cjax.print ["", " ", " ", " ", "\n"] with %0, %1, %2, %3 : tensor<40x10xf32>, tensor<40x37xf32>, tensor<40x19xf64>, tensor<40x10xbf16> as ["str", "str", "str", "str"]
  return
}
