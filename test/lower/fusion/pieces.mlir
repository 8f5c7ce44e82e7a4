// pieces.mlir -- sums of what is concatenated or padded, and rows of sums in another order: each piece is computed before a loop that sums it, and what rows do not share is whole before it is read.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func @main() {
  %n = cjax.argc : tensor<i64>
  %f = cjax.convert_element_type %n : tensor<i64> -> tensor<f32>
  %c = cjax.broadcast_in_dim %f dims [] : tensor<f32> -> tensor<6x40xf32>
  %i = cjax.iota dim 0 : tensor<6x40xf32>
  %j = cjax.iota dim 1 : tensor<6x40xf32>
  %k = cjax.mul %i, %j : tensor<6x40xf32>
  %d = cjax.add %c, %k : tensor<6x40xf32>
  %y:4 = cjax.fusion %d : (tensor<6x40xf32>) -> (tensor<6x40xf32>, tensor<6xf32>, tensor<44xf32>, tensor<6xf32>) {
  ^bb0(%x: tensor<6x40xf32>):
    %r = cjax.reduce_sum %x over [1] : tensor<6x40xf32> -> tensor<6xf32>
    %s = cjax.broadcast_in_dim %r dims [0] : tensor<6xf32> -> tensor<6x40xf32>
    %a = cjax.slice %s from [0, 0] to [2, 40] by [1, 1] : tensor<6x40xf32> -> tensor<2x40xf32>
    %b = cjax.slice %s from [2, 0] to [6, 40] by [1, 1] : tensor<6x40xf32> -> tensor<4x40xf32>
    %z = cjax.concatenate %b, %a dim 0 : (tensor<4x40xf32>, tensor<2x40xf32>) -> tensor<6x40xf32>
    %w = cjax.concatenate %x, %z dim 1 : (tensor<6x40xf32>, tensor<6x40xf32>) -> tensor<6x80xf32>
    %t = cjax.reduce_sum %w over [1] : tensor<6x80xf32> -> tensor<6xf32>
    %o = cjax.constant dense<2.0> : tensor<f32>
    %p = cjax.pad %x, %o low [1, 3] high [0, 1] interior [0, 0] : (tensor<6x40xf32>, tensor<f32>) -> tensor<7x44xf32>
    %q = cjax.reduce_sum %p over [0] : tensor<7x44xf32> -> tensor<44xf32>
    %u = cjax.slice %p from [1, 0] to [7, 5] by [1, 1] : tensor<7x44xf32> -> tensor<6x5xf32>
    %v = cjax.reduce_max %u over [1] : tensor<6x5xf32> -> tensor<6xf32>
    cjax.yield %z, %t, %q, %v : tensor<6x40xf32>, tensor<6xf32>, tensor<44xf32>, tensor<6xf32>
  }
  cjax.print ["", " ", " ", " ", "\0A"] with %y#0, %y#1, %y#2, %y#3 : tensor<6x40xf32>, tensor<6xf32>, tensor<44xf32>, tensor<6xf32> as ["str", "str", "str", "str"]
  return
}
