// reduce_xor.mlir -- integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<4x5xi32>) -> tensor<5xi32> {
  %0 = cjax.reduce_xor %arg0 over [0] : tensor<4x5xi32> -> tensor<5xi32>
  return %0 : tensor<5xi32>
}
func.func private @f1(%arg0: tensor<4x5xi32>) -> tensor<4xi32> {
  %0 = cjax.reduce_xor %arg0 over [1] : tensor<4x5xi32> -> tensor<4xi32>
  return %0 : tensor<4xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[53, 42, 64, 43, 90], [32, 43, 17, 70, 46], [27, 25, 84, 88, 20], [17, 57, 95, 58, 85]]> : tensor<4x5xi32>
  %1 = call @f0(%0) : (tensor<4x5xi32>) -> tensor<5xi32>
  cjax.print ["", "\0A"] with %1 : tensor<5xi32> as ["str"]
  %2 = cjax.constant dense<[[75, 37, 28, 76, 56], [57, 4, 46, 76, 80], [53, 82, 79, 19, 71], [89, 47, 3, 97, 0]]> : tensor<4x5xi32>
  %3 = call @f1(%2) : (tensor<4x5xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %3 : tensor<4xi32> as ["str"]
  return
}
