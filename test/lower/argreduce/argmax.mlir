// argmax.mlir -- ties, nan, integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<4x6xf32>) -> tensor<6xi64> {
  %0 = cjax.argmax %arg0 over 0 : tensor<4x6xf32> -> tensor<6xi64>
  return %0 : tensor<6xi64>
}
func.func private @f1(%arg0: tensor<4x6xf32>) -> tensor<4xi64> {
  %0 = cjax.argmax %arg0 over 1 : tensor<4x6xf32> -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
func.func private @f2(%arg0: tensor<4x6xi32>) -> tensor<6xi64> {
  %0 = cjax.argmax %arg0 over 0 : tensor<4x6xi32> -> tensor<6xi64>
  return %0 : tensor<6xi64>
}
func.func private @f3(%arg0: tensor<4x6xui8>) -> tensor<6xi64> {
  %0 = cjax.argmax %arg0 over 0 : tensor<4x6xui8> -> tensor<6xi64>
  return %0 : tensor<6xi64>
}
func.func private @f4(%arg0: tensor<4x6xi1>) -> tensor<6xi64> {
  %0 = cjax.argmax %arg0 over 0 : tensor<4x6xi1> -> tensor<6xi64>
  return %0 : tensor<6xi64>
}
func.func private @f5(%arg0: tensor<4x6xi32>) -> tensor<4xi64> {
  %0 = cjax.argmax %arg0 over 1 : tensor<4x6xi32> -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
func.func private @f6(%arg0: tensor<4x6xui8>) -> tensor<4xi64> {
  %0 = cjax.argmax %arg0 over 1 : tensor<4x6xui8> -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
func.func private @f7(%arg0: tensor<4x6xi1>) -> tensor<4xi64> {
  %0 = cjax.argmax %arg0 over 1 : tensor<4x6xi1> -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
func.func @main() {
  %0 = cjax.constant dense<[[1.59128308, 0.616648375, 0.347029775, 1.24942422, 8.990790e-01, 0.462793261], [0.329555094, 1.75845385,
      0.512302577, 0x7FC00000, -0.85434854, 0x7FC00000], [-1.04690087, 0.110457808, 9.000000e+00, -2.04791427, 9.000000e+00,
      0.651909471], [0.169287786, -0.951947689, 1.27142537, -0.693737506, -1.2257483, -1.0781734]]> : tensor<4x6xf32>
  %1 = call @f0(%0) : (tensor<4x6xf32>) -> tensor<6xi64>
  cjax.print ["", "\0A"] with %1 : tensor<6xi64> as ["str"]
  %2 = cjax.constant dense<[[1.59128308, 0.616648375, 0.347029775, 1.24942422, 8.990790e-01, 0.462793261], [0.329555094, 1.75845385,
      0.512302577, 0x7FC00000, -0.85434854, 0x7FC00000], [-1.04690087, 0.110457808, 9.000000e+00, -2.04791427, 9.000000e+00,
      0.651909471], [0.169287786, -0.951947689, 1.27142537, -0.693737506, -1.2257483, -1.0781734]]> : tensor<4x6xf32>
  %3 = call @f1(%2) : (tensor<4x6xf32>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %3 : tensor<4xi64> as ["str"]
  %4 = cjax.constant dense<[[0, 0, 0, 1, 1, 1], [1, 3, 3, 1, 2, 1], [3, 3, 3, 1, 1, 3], [1, 0, 1, 1, 0, 0]]> : tensor<4x6xi32>
  %5 = call @f2(%4) : (tensor<4x6xi32>) -> tensor<6xi64>
  cjax.print ["", "\0A"] with %5 : tensor<6xi64> as ["str"]
  %6 = cjax.constant dense<[[1, 3, 1, 2, 1, 0], [0, 0, 0, 1, 2, 0], [3, 1, 3, 2, 1, 1], [1, 0, 2, 1, 1, 0]]> : tensor<4x6xui8>
  %7 = call @f3(%6) : (tensor<4x6xui8>) -> tensor<6xi64>
  cjax.print ["", "\0A"] with %7 : tensor<6xi64> as ["str"]
  %8 = cjax.constant dense<[[true, true, true, false, false, true], [true, true, true, true, true, true], [true, false, true, true, true,
      true], [true, true, false, true, false, true]]> : tensor<4x6xi1>
  %9 = call @f4(%8) : (tensor<4x6xi1>) -> tensor<6xi64>
  cjax.print ["", "\0A"] with %9 : tensor<6xi64> as ["str"]
  %10 = cjax.constant dense<[[0, 0, 0, 2, 2, 3], [1, 0, 0, 0, 0, 1], [0, 2, 2, 1, 0, 3], [0, 3, 3, 3, 2, 2]]> : tensor<4x6xi32>
  %11 = call @f5(%10) : (tensor<4x6xi32>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %11 : tensor<4xi64> as ["str"]
  %12 = cjax.constant dense<[[3, 3, 2, 3, 0, 0], [2, 2, 3, 0, 0, 3], [3, 0, 0, 2, 2, 1], [2, 2, 0, 2, 2, 3]]> : tensor<4x6xui8>
  %13 = call @f6(%12) : (tensor<4x6xui8>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %13 : tensor<4xi64> as ["str"]
  %14 = cjax.constant dense<[[false, true, true, true, false, true], [true, false, false, false, false, true], [false, true, true, true,
      false, true], [false, true, true, true, true, true]]> : tensor<4x6xi1>
  %15 = call @f7(%14) : (tensor<4x6xi1>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %15 : tensor<4xi64> as ["str"]
  return
}
