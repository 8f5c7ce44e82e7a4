// batch.mlir -- batches, several free dimensions, types.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x2x3xf32>, %arg1: tensor<2x3x4xf32>) -> tensor<2x2x4xf32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [2], [1] batch [0], [0] : (tensor<2x2x3xf32>, tensor<2x3x4xf32>) -> tensor<2x2x4xf32>
  return %0 : tensor<2x2x4xf32>
}
func.func private @f1(%arg0: tensor<2x2x3xf32>, %arg1: tensor<2x4x3xf32>) -> tensor<2x2x4xf32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [2], [2] batch [0], [0] : (tensor<2x2x3xf32>, tensor<2x4x3xf32>) -> tensor<2x2x4xf32>
  return %0 : tensor<2x2x4xf32>
}
func.func private @f2(%arg0: tensor<2x2x3xf32>, %arg1: tensor<3x2xf32>) -> tensor<2x2x2xf32> {
  %0 = cjax.dot_general %arg0, %arg1 contract [2], [0] batch [], [] : (tensor<2x2x3xf32>, tensor<3x2xf32>) -> tensor<2x2x2xf32>
  return %0 : tensor<2x2x2xf32>
}
func.func private @f3(%arg0: tensor<2x3xi8>, %arg1: tensor<3x4xi8>) -> tensor<2x4xi8> {
  %0 = cjax.dot_general %arg0, %arg1 contract [1], [0] batch [], [] : (tensor<2x3xi8>, tensor<3x4xi8>) -> tensor<2x4xi8>
  return %0 : tensor<2x4xi8>
}
func.func private @f4(%arg0: tensor<2x3xi1>, %arg1: tensor<3x4xi1>) -> tensor<2x4xi1> {
  %0 = cjax.dot_general %arg0, %arg1 contract [1], [0] batch [], [] : (tensor<2x3xi1>, tensor<3x4xi1>) -> tensor<2x4xi1>
  return %0 : tensor<2x4xi1>
}
func.func private @f5(%arg0: tensor<3x4xf64>, %arg1: tensor<4x9xf64>) -> tensor<3x9xf64> {
  %0 = cjax.dot_general %arg0, %arg1 contract [1], [0] batch [], [] : (tensor<3x4xf64>, tensor<4x9xf64>) -> tensor<3x9xf64>
  return %0 : tensor<3x9xf64>
}
func.func @main() {
  %0 = cjax.constant dense<[[[0.215396538, 0.81941694, 1.02539897], [-0.732227861, 0.235025287, 0.554069817]], [[-0.511149168,
      -0.148507386, 2.12386632], [2.051230e-01, 0.882958948, -0.434834272]]]> : tensor<2x2x3xf32>
  %1 = cjax.constant dense<[[[0.0417574421, -1.71432889, -0.0250698179, 1.19227791], [2.09889865, 1.19664097, 0.686855971, 0.0529643334],
      [-0.599969149, -0.160271525, 6.128360e-01, -0.785142958]], [[9.331250e-01, -9.841160e-01, -1.77924395, -1.01209903], [-1.6653806,
      -1.37233579, 1.13213336, -0.200151891], [0.218580261, 1.1581136, 1.25910163, -0.504595637]]]> : tensor<2x3x4xf32>
  %2 = call @f0(%0, %1) : (tensor<2x2x3xf32>, tensor<2x3x4xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %2 : tensor<2x2x4xf32> as ["str"]
  %3 = cjax.constant dense<[[[1.32856464, 0.384597749, 0.0033265776], [0.442098916, -1.42562664, -0.786101162]], [[-0.108142443,
      0.609707653, -0.372031063], [-0.127318755, 0.969434618, 1.41170168]]]> : tensor<2x2x3xf32>
  %4 = cjax.constant dense<[[[0.767133057, 1.26842213, -0.404359847], [-0.306435078, 0.318353653, -0.30107227], [-0.50712961, 1.65214431,
      -0.20118092], [-0.966014146, 0.487397552, 1.83579481]], [[0.0808091461, 1.23137295, -0.437847674], [-0.491314113, -0.689821064,
      -0.143410459], [1.83634698, -1.15549517, 1.63723886], [-1.00844753, -0.233811438, 0.835791468]]]> : tensor<2x4x3xf32>
  %5 = call @f1(%3, %4) : (tensor<2x2x3xf32>, tensor<2x4x3xf32>) -> tensor<2x2x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x2x4xf32> as ["str"]
  %6 = cjax.constant dense<[[[0.630265772, 0.282030165, -1.64936602], [0.362234116, -1.02236474, 2.56890917]], [[-0.213428527,
      0.188719869, -1.14670134], [-0.478880107, -1.29104221, 0.981532752]]]> : tensor<2x2x3xf32>
  %7 = cjax.constant dense<[[-0.261972427, 0.562660813], [-0.68458724, -0.501142442], [1.28818059, -0.971693277]]> : tensor<3x2xf32>
  %8 = call @f2(%6, %7) : (tensor<2x2x3xf32>, tensor<3x2xf32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %8 : tensor<2x2x2xf32> as ["str"]
  %9 = cjax.constant dense<[[45, 23, 66], [54, 19, 58]]> : tensor<2x3xi8>
  %10 = cjax.constant dense<[[23, 32, 13, 92], [71, 33, 58, 32], [95, 69, 4, 48]]> : tensor<3x4xi8>
  %11 = call @f3(%9, %10) : (tensor<2x3xi8>, tensor<3x4xi8>) -> tensor<2x4xi8>
  cjax.print ["", "\0A"] with %11 : tensor<2x4xi8> as ["str"]
  %12 = cjax.constant dense<[[false, true, true], [false, false, false]]> : tensor<2x3xi1>
  %13 = cjax.constant dense<[[true, true, false, false], [true, true, false, false], [true, false, true, true]]> : tensor<3x4xi1>
  %14 = call @f4(%12, %13) : (tensor<2x3xi1>, tensor<3x4xi1>) -> tensor<2x4xi1>
  cjax.print ["", "\0A"] with %14 : tensor<2x4xi1> as ["str"]
  %15 = cjax.constant dense<[[-0.85972060626222324, -1.7877037608937147, 2.1049455570898674, 0.058701704495031475], [0.24475266504567825,
      -0.67611555834440928, 1.0669666669937909, -2.1031767511696211], [0.026665430643394553, 2.206724745800603, -0.38205401277624623,
      0.017147544065978917]]> : tensor<3x4xf64>
  %16 = cjax.constant dense<[[0.67223299332614062, -0.81145067442100605, 0.022845162704475227, 0.96099519158735514, 0.19439153237697016,
      0.3709870594415659, -0.34943441017370436, 0.31560105895466739, 0.055765659066231273], [1.4550648943597244, 0.72439450924201754,
      -0.24368181987022011, -2.4468124690272091, 0.71572215528561256, 0.75526568038937814, -0.91690797808589541, -1.998368421877228,
      -1.1418070560130751], [0.92618876064449662, -1.0647814921422254, -0.45952514775005104, 0.22039405931717856, 1.2243679817358886,
      -0.018157187922273207, -0.10038732671378288, -0.5488494125833665, 1.6306527884733477], [1.065950370771813, -0.095123404664470793,
      -1.3965790873035588, -0.79028951365514089, 0.57948163915446738, -0.72147767102044391, 0.89227295283055896, 0.36145853452581167,
      0.29265139214725167]]> : tensor<4x9xf64>
  %17 = call @f5(%15, %16) : (tensor<3x4xf64>, tensor<4x9xf64>) -> tensor<3x9xf64>
  cjax.print ["", "\0A"] with %17 : tensor<3x9xf64> as ["str"]
  return
}
