// cumlogsumexp.mlir -- each axis, both ways.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumlogsumexp %arg0 along 0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f1(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumlogsumexp %arg0 along 0 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumlogsumexp %arg0 along 1 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f3(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumlogsumexp %arg0 along 1 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[-0.194368184, -0.257922053, 0.333783299, -1.25517702, 0.772866845], [0.0183239635, 0.479240149,
      -6.706140e-01, 0.513229847, -0.704881608], [0.954380571, 1.12964618, 0.911885619, 0.516463637, 0.633816242]]> : tensor<3x5xf32>
  %1 = call @f0(%0) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x5xf32> as ["str"]
  %2 = cjax.constant dense<[[-2.70592737, 0.834884226, -0.274039865, 0.0949449911, -0.283706129], [-1.391137, -0.538633347, 0.658534824,
      1.4173696, -0.622922241], [-0.903971493, 1.45176232, -0.882569313, 2.07363605, 0.0506486446]]> : tensor<3x5xf32>
  %3 = call @f1(%2) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x5xf32> as ["str"]
  %4 = cjax.constant dense<[[-8.834090e-01, 0.984337627, 1.69334888, -1.43474758, 1.55896211], [-0.281405181, 1.48632956, -0.380464435,
      -1.57719314, 0.501967132], [0.926578104, 2.09596276, 1.72359776, 0.695242047, -0.237707302]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  %6 = cjax.constant dense<[[-0.520651639, -0.29487294, -0.830932199, -0.274552017, -2.54452753], [0.17886807, -0.028935099, 2.56587434,
      0.758740961, -0.480220228], [0.564734399, -1.22576606, -0.602691889, -1.86759472, 1.43625951]]> : tensor<3x5xf32>
  %7 = call @f3(%6) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3x5xf32> as ["str"]
  return
}
