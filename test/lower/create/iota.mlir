// iota.mlir -- every dimension, several types.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<1xf32>) -> (tensor<3x4xi32>, tensor<3x4xf32>, tensor<7xui8>, tensor<2x3x2xf64>) {
  %0 = cjax.iota dim 0 : tensor<3x4xi32>
  %1 = cjax.iota dim 1 : tensor<3x4xf32>
  %2 = cjax.iota dim 0 : tensor<7xui8>
  %3 = cjax.iota dim 1 : tensor<2x3x2xf64>
  return %0, %1, %2, %3 : tensor<3x4xi32>, tensor<3x4xf32>, tensor<7xui8>, tensor<2x3x2xf64>
}
func.func @main() {
  %0 = cjax.constant dense<-0.0347302705> : tensor<1xf32>
  %1:4 = call @f0(%0) : (tensor<1xf32>) -> (tensor<3x4xi32>, tensor<3x4xf32>, tensor<7xui8>, tensor<2x3x2xf64>)
  cjax.print ["", "\0A"] with %1#0 : tensor<3x4xi32> as ["str"]
  cjax.print ["", "\0A"] with %1#1 : tensor<3x4xf32> as ["str"]
  cjax.print ["", "\0A"] with %1#2 : tensor<7xui8> as ["str"]
  cjax.print ["", "\0A"] with %1#3 : tensor<2x3x2xf64> as ["str"]
  return
}
