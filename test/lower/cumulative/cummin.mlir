// cummin.mlir -- each axis, both ways.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummin %arg0 along 0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f1(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummin %arg0 along 0 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummin %arg0 along 1 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f3(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cummin %arg0 along 1 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f4(%arg0: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.cummin %arg0 along 0 : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.576224566, 1.43518376, 0.327550262, 0.733121097, 0.705097854], [-0.00954543985, -0.204805985, 0.11918357,
      0.67130208, 0.457866222], [0.491972208, 0.154144183, -0.769933939, -0.261595428, -0.941453099]]> : tensor<3x5xf32>
  %1 = call @f0(%0) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x5xf32> as ["str"]
  %2 = cjax.constant dense<[[1.00465786, -2.10204387, -0.217863917, 2.38721156, -0.341534555], [-1.13478458, -0.0179549102, 1.28937638,
      -0.160450414, 0.613348782], [0.0999529883, -0.372873068, 3.15028787, 0.0711506382, -0.537157714]]> : tensor<3x5xf32>
  %3 = call @f1(%2) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x5xf32> as ["str"]
  %4 = cjax.constant dense<[[-0.48998332, 0.380574495, 0.409217387, 0.772011637, 0.141144037], [-1.43161821, 5.319220e-01, -0.308963329,
      -0.286100149, -1.48291039], [-0.573524714, -0.726838231, -0.0364638418, -1.45341909, 0.0506562926]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  %6 = cjax.constant dense<[[0.124335989, -1.1197679, -0.624656379, -0.857553541, 0.90761447], [-2.52826381, -0.34332487, -1.66052675,
      -0.43167159, 0.846740841], [-0.6306113, 0.138388604, -0.844774782, 1.93948257, 0.913196325]]> : tensor<3x5xf32>
  %7 = call @f3(%6) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3x5xf32> as ["str"]
  %8 = cjax.constant dense<[3, 1, 3, 1, -1, 1, 3, 0, -1]> : tensor<9xi32>
  %9 = call @f4(%8) : (tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %9 : tensor<9xi32> as ["str"]
  return
}
