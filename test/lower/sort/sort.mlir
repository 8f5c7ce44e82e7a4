// sort.mlir -- special values, axes, several keys, stability.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<20xf32>) -> tensor<20xf32> {
  %0 = cjax.sort %arg0 along 0 keys 1 : (tensor<20xf32>) -> tensor<20xf32>
  return %0 : tensor<20xf32>
}
func.func private @f1(%arg0: tensor<20xf32>) -> tensor<20xi64> {
  %0 = cjax.iota dim 0 : tensor<20xi64>
  %1:2 = cjax.sort %arg0, %0 along 0 keys 1 : (tensor<20xf32>, tensor<20xi64>) -> (tensor<20xf32>, tensor<20xi64>)
  return %1#1 : tensor<20xi64>
}
func.func private @f2(%arg0: tensor<5x3xf32>) -> tensor<5x3xf32> {
  %0 = cjax.sort %arg0 along 0 keys 1 : (tensor<5x3xf32>) -> tensor<5x3xf32>
  return %0 : tensor<5x3xf32>
}
func.func private @f3(%arg0: tensor<20xui8>) -> tensor<20xui8> {
  %0 = cjax.sort %arg0 along 0 keys 1 : (tensor<20xui8>) -> tensor<20xui8>
  return %0 : tensor<20xui8>
}
func.func private @f4(%arg0: tensor<33xi32>) -> tensor<33xi32> {
  %0 = cjax.sort %arg0 along 0 keys 1 : (tensor<33xi32>) -> tensor<33xi32>
  return %0 : tensor<33xi32>
}
func.func private @f5(%arg0: tensor<9xi1>) -> tensor<9xi1> {
  %0 = cjax.sort %arg0 along 0 keys 1 : (tensor<9xi1>) -> tensor<9xi1>
  return %0 : tensor<9xi1>
}
func.func private @f6(%arg0: tensor<12xi32>, %arg1: tensor<12xf32>, %arg2: tensor<12xi32>) -> (tensor<12xi32>, tensor<12xf32>,
      tensor<12xi32>) {
  %0:3 = cjax.sort %arg0, %arg1, %arg2 along 0 keys 2 : (tensor<12xi32>, tensor<12xf32>, tensor<12xi32>) -> (tensor<12xi32>,
      tensor<12xf32>, tensor<12xi32>)
  return %0#0, %0#1, %0#2 : tensor<12xi32>, tensor<12xf32>, tensor<12xi32>
}
func.func private @f7(%arg0: tensor<20xi32>, %arg1: tensor<20xi32>) -> (tensor<20xi32>, tensor<20xi32>) {
  %0:2 = cjax.sort %arg0, %arg1 along 0 keys 1 : (tensor<20xi32>, tensor<20xi32>) -> (tensor<20xi32>, tensor<20xi32>)
  return %0#0, %0#1 : tensor<20xi32>, tensor<20xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[5.933400e-01, -1.17558432, -0.0604875796, 0.949768185, 0.495108575, 0.382277042, -0.857842207, -0.637245118,
      0.0951523482, 0.920255541, -0.828866899, -1.121400e+00, 0x7FC00000, 0xFFC00000, 0.000000e+00, -0.000000e+00, 0x7F800000,
      0xFF800000, 0.000000e+00, -0.000000e+00]> : tensor<20xf32>
  %1 = call @f0(%0) : (tensor<20xf32>) -> tensor<20xf32>
  cjax.print ["", "\0A"] with %1 : tensor<20xf32> as ["str"]
  %2 = cjax.constant dense<[5.933400e-01, -1.17558432, -0.0604875796, 0.949768185, 0.495108575, 0.382277042, -0.857842207, -0.637245118,
      0.0951523482, 0.920255541, -0.828866899, -1.121400e+00, 0x7FC00000, 0xFFC00000, 0.000000e+00, -0.000000e+00, 0x7F800000,
      0xFF800000, 0.000000e+00, -0.000000e+00]> : tensor<20xf32>
  %3 = call @f1(%2) : (tensor<20xf32>) -> tensor<20xi64>
  cjax.print ["", "\0A"] with %3 : tensor<20xi64> as ["str"]
  %4 = cjax.constant dense<[[1.144030e+00, -0.930312335, 1.07716167], [0.243054867, 0.881047308, 1.74438024], [0.688663542, 0.776031911,
      -0.917835116], [-0.695185661, 0.643946528, 1.53426087], [1.39210212, 2.31666541, 0.310890764]]> : tensor<5x3xf32>
  %5 = call @f2(%4) : (tensor<5x3xf32>) -> tensor<5x3xf32>
  cjax.print ["", "\0A"] with %5 : tensor<5x3xf32> as ["str"]
  %6 = cjax.constant dense<[125, 190, 196, 116, 183, 219, 115, 189, 169, 123, 123, 89, 215, 53, 71, 73, 46, 88, 175, 90]> : tensor<20xui8>
  %7 = call @f3(%6) : (tensor<20xui8>) -> tensor<20xui8>
  cjax.print ["", "\0A"] with %7 : tensor<20xui8> as ["str"]
  %8 = cjax.constant dense<[-7, -6, -1, -1, -3, -7, -1, 6, -1, 0, 3, -8, 1, -4, -2, -5, -7, -7, 2, -1, -8, -6, 4, -7, 6, 3, 2, -2, -6, 3,
      -1, -1, 3]> : tensor<33xi32>
  %9 = call @f4(%8) : (tensor<33xi32>) -> tensor<33xi32>
  cjax.print ["", "\0A"] with %9 : tensor<33xi32> as ["str"]
  %10 = cjax.constant dense<[true, false, false, true, false, false, false, false, false]> : tensor<9xi1>
  %11 = call @f5(%10) : (tensor<9xi1>) -> tensor<9xi1>
  cjax.print ["", "\0A"] with %11 : tensor<9xi1> as ["str"]
  %12 = cjax.constant dense<[0, 2, 1, 0, 2, 0, 0, 1, 2, 2, 1, 2]> : tensor<12xi32>
  %13 = cjax.constant dense<[0.000000e+00, 1.000000e+00, -0.000000e+00, -1.000000e+00, -3.000000e+00, 0.000000e+00, -1.000000e+00,
      0.000000e+00, 0.000000e+00, -1.000000e+00, 2.000000e+00, 1.000000e+00]> : tensor<12xf32>
  %14 = cjax.constant dense<[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]> : tensor<12xi32>
  %15:3 = call @f6(%12, %13, %14) : (tensor<12xi32>, tensor<12xf32>, tensor<12xi32>) -> (tensor<12xi32>, tensor<12xf32>, tensor<12xi32>)
  cjax.print ["", "\0A"] with %15#0 : tensor<12xi32> as ["str"]
  cjax.print ["", "\0A"] with %15#1 : tensor<12xf32> as ["str"]
  cjax.print ["", "\0A"] with %15#2 : tensor<12xi32> as ["str"]
  %16 = cjax.constant dense<[0, 1, 1, 2, 1, 0, 1, 0, 1, 1, 2, 2, 2, 0, 0, 1, 2, 0, 2, 1]> : tensor<20xi32>
  %17 = cjax.constant dense<[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]> : tensor<20xi32>
  %18:2 = call @f7(%16, %17) : (tensor<20xi32>, tensor<20xi32>) -> (tensor<20xi32>, tensor<20xi32>)
  cjax.print ["", "\0A"] with %18#0 : tensor<20xi32> as ["str"]
  cjax.print ["", "\0A"] with %18#1 : tensor<20xi32> as ["str"]
  return
}
