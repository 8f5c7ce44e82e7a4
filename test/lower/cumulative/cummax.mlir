// cummax.mlir -- each axis, both ways.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummax %arg0 along 0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f1(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummax %arg0 along 0 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummax %arg0 along 1 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f3(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummax %arg0 along 1 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f4(%arg0: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.cummax %arg0 along 0 : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.307710946, 0.89490658, 1.71305084, -0.367733717, -0.350698471], [-2.24806309, -0.128919408, -0.436182708,
      -2.16117907, 0.288493663], [0.591013193, -0.734106719, -0.372612327, -0.966483831, 0.762542128]]> : tensor<3x5xf32>
  %1 = call @f0(%0) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x5xf32> as ["str"]
  %2 = cjax.constant dense<[[-1.51744401, -0.3132613, 1.95107222, 0.0515879355, 0.467931837], [-0.146654129, -1.17442584, -0.0326712877,
      0.406473666, -1.02264166], [0.341613919, 1.244910e+00, 1.06968939, -1.58274531, -0.975279569]]> : tensor<3x5xf32>
  %3 = call @f1(%2) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x5xf32> as ["str"]
  %4 = cjax.constant dense<[[-1.61367929, 1.07115519, 0.610329329, 0.703140556, -0.878350317], [-1.16666591, 0.0769077316, 0.100983657,
      -0.854253411, 0.142175883], [6.445680e-01, 0.22801578, -1.03937948, -2.11266208, -0.25887996]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  %6 = cjax.constant dense<[[0.164354905, -0.260083795, -0.428350151, -0.691445171, 0.715637981], [-0.0523746796, 0.123220578,
      -0.971523642, -0.620421648, 0.1637979], [-1.00541782, -1.25929892, -3.291510e-01, 1.20097077, 0.190951779]]> : tensor<3x5xf32>
  %7 = call @f3(%6) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3x5xf32> as ["str"]
  %8 = cjax.constant dense<[-1, 2, -3, -3, 3, 1, -2, -2, -2]> : tensor<9xi32>
  %9 = call @f4(%8) : (tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %9 : tensor<9xi32> as ["str"]
  return
}
