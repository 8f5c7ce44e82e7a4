// cumsum.mlir -- each axis, both ways.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumsum %arg0 along 0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f1(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumsum %arg0 along 0 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumsum %arg0 along 1 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f3(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumsum %arg0 along 1 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f4(%arg0: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.cumsum %arg0 along 0 : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.400358498, -0.234159276, 1.26286101, 0.434996903, 0.0773335099], [-2.236630e-01, 0.126127347, -1.0003705,
      0.675532519, -0.71399492], [0.53488189, 0.12963514, 1.09494317, -0.0169928279, 1.02307093]]> : tensor<3x5xf32>
  %1 = call @f0(%0) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x5xf32> as ["str"]
  %2 = cjax.constant dense<[[-0.922352731, 0.609444737, -0.224096522, 0.194217905, 0.0717495307], [0.936291098, -2.01961255, 0.323081732,
      -1.49449861, 1.20681679], [-1.97274315, -1.0037818, -1.67387915, 1.63923609, -1.28899848]]> : tensor<3x5xf32>
  %3 = call @f1(%2) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x5xf32> as ["str"]
  %4 = cjax.constant dense<[[0.113914505, -0.535792649, -1.79976237, -3.372880e-01, 0.662735224], [-0.184268326, 0.941079974,
      -0.361924767, 0.00685846061, -0.384798765], [0.343568295, 1.89891183, 0.362240583, 0.194441259, -0.61841464]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  %6 = cjax.constant dense<[[-0.755480409, 1.46406925, -1.11223841, -0.913141846, -0.0974511578], [-0.42631042, 1.95618904, -2.36623192,
      0.361362129, 0.71271044], [-1.12049353, -0.644577146, 0.432609975, 1.62951314, -0.920513391]]> : tensor<3x5xf32>
  %7 = call @f3(%6) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3x5xf32> as ["str"]
  %8 = cjax.constant dense<[-1, -2, 1, 3, 1, -3, -1, 1, -2]> : tensor<9xi32>
  %9 = call @f4(%8) : (tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %9 : tensor<9xi32> as ["str"]
  return
}
