// bitcast_convert_type.mlir -- bits of floats.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<6xf32>) -> tensor<6xui32> {
  %0 = cjax.bitcast_convert_type %arg0 : tensor<6xf32> -> tensor<6xui32>
  return %0 : tensor<6xui32>
}
func.func private @f1(%arg0: tensor<4xi64>) -> tensor<4xf64> {
  %0 = cjax.bitcast_convert_type %arg0 : tensor<4xi64> -> tensor<4xf64>
  return %0 : tensor<4xf64>
}
func.func @main() {
  %0 = cjax.constant dense<[-0.487365872, 0.753608226, 0.652344524, -0.577425718, -0.907102823, 0.282337338]> : tensor<6xf32>
  %1 = call @f0(%0) : (tensor<6xf32>) -> tensor<6xui32>
  cjax.print ["", "\0A"] with %1 : tensor<6xui32> as ["str"]
  %2 = cjax.constant dense<[2921223156328612958, 3985375839184444433, 1571807242922368575, 879439711022819746]> : tensor<4xi64>
  %3 = call @f1(%2) : (tensor<4xi64>) -> tensor<4xf64>
  cjax.print ["", "\0A"] with %3 : tensor<4xf64> as ["str"]
  return
}
