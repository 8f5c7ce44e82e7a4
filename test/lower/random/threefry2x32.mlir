// threefry2x32.mlir -- the known answers of the paper.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3xui32>, %arg1: tensor<3xui32>, %arg2: tensor<3xui32>, %arg3: tensor<3xui32>) -> (tensor<3xui32>,
      tensor<3xui32>) {
  %y1, %y2 = cjax.threefry2x32 %arg0, %arg1, %arg2, %arg3 : (tensor<3xui32>, tensor<3xui32>, tensor<3xui32>,
      tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>)
  return %y1, %y2 : tensor<3xui32>, tensor<3xui32>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 4294967295, 320440878]> : tensor<3xui32>
  %1 = cjax.constant dense<[0, 4294967295, 57701188]> : tensor<3xui32>
  %2 = cjax.constant dense<[0, 4294967295, 608135816]> : tensor<3xui32>
  %3 = cjax.constant dense<[0, 4294967295, 2242054355]> : tensor<3xui32>
  %4:2 = call @f0(%0, %1, %2, %3) : (tensor<3xui32>, tensor<3xui32>, tensor<3xui32>, tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>)
  cjax.print ["", "\0A"] with %4#0 : tensor<3xui32> as ["str"]
  cjax.print ["", "\0A"] with %4#1 : tensor<3xui32> as ["str"]
  return
}
