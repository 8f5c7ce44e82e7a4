// integer_pow.mlir -- positive and negative powers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<9xf32>) -> tensor<9xf32> {
  %0 = cjax.integer_pow %arg0 {y = 7 : i64} : tensor<9xf32>
  return %0 : tensor<9xf32>
}
func.func private @f1(%arg0: tensor<9xf32>) -> tensor<9xf32> {
  %0 = cjax.integer_pow %arg0 {y = -2 : i64} : tensor<9xf32>
  return %0 : tensor<9xf32>
}
func.func private @f2(%arg0: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.integer_pow %arg0 {y = 3 : i64} : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func private @f3(%arg0: tensor<3xf32>) -> tensor<3xf32> {
  %0 = cjax.integer_pow %arg0 {y = 0 : i64} : tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[-1.52444696, -1.08803558, -0.743274867, -1.12949669, 0.37942788, -0.807367444, -0.721514761, 0.583305418,
      -0.755514621]> : tensor<9xf32>
  %1 = call @f0(%0) : (tensor<9xf32>) -> tensor<9xf32>
  cjax.print ["", "\0A"] with %1 : tensor<9xf32> as ["str"]
  %2 = cjax.constant dense<[0.432780087, -0.97138518, -1.21213853, -1.83544934, 1.86120284, -0.320259035, 0.243933365, -0.0310495086,
      0.15996176]> : tensor<9xf32>
  %3 = call @f1(%2) : (tensor<9xf32>) -> tensor<9xf32>
  cjax.print ["", "\0A"] with %3 : tensor<9xf32> as ["str"]
  %4 = cjax.constant dense<[-4, 6, -4, -1, 7, 3, -7, -8, -5]> : tensor<9xi32>
  %5 = call @f2(%4) : (tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %5 : tensor<9xi32> as ["str"]
  %6 = cjax.constant dense<[-1.26511848, -1.01195967, -1.33470905]> : tensor<3xf32>
  %7 = call @f3(%6) : (tensor<3xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3xf32> as ["str"]
  return
}
