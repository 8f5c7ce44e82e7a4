// reduce_min.mlir -- each set of axes; short, long and uneven rows; integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<f32> {
  %0 = cjax.reduce_min %arg0 over [0, 1, 2] : tensor<2x3x4xf32> -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> tensor<3x4xf32> {
  %0 = cjax.reduce_min %arg0 over [0] : tensor<2x3x4xf32> -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = cjax.reduce_min %arg0 over [1] : tensor<2x3x4xf32> -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>) -> tensor<2x3xf32> {
  %0 = cjax.reduce_min %arg0 over [2] : tensor<2x3x4xf32> -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
func.func private @f4(%arg0: tensor<2x3x4xf32>) -> tensor<3xf32> {
  %0 = cjax.reduce_min %arg0 over [0, 2] : tensor<2x3x4xf32> -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func private @f5(%arg0: tensor<2x3x4xf32>) -> tensor<2xf32> {
  %0 = cjax.reduce_min %arg0 over [1, 2] : tensor<2x3x4xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @f6(%arg0: tensor<2x3x4xf32>) -> tensor<4xf32> {
  %0 = cjax.reduce_min %arg0 over [0, 1] : tensor<2x3x4xf32> -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func private @f7(%arg0: tensor<3x1xf32>) -> tensor<f32> {
  %0 = cjax.constant dense<1.000000e-01> : tensor<f32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<f32> -> tensor<3x1xf32>
  %2 = cjax.mul %arg0, %1 : tensor<3x1xf32>
  %3 = cjax.iota dim 1 : tensor<3x70xf32>
  %4 = cjax.constant dense<0.00999999977> : tensor<f32>
  %5 = cjax.broadcast_in_dim %4 dims [] : tensor<f32> -> tensor<3x70xf32>
  %6 = cjax.mul %3, %5 : tensor<3x70xf32>
  %7 = cjax.broadcast_in_dim %2 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
  %8 = cjax.add %7, %6 : tensor<3x70xf32>
  %9 = cjax.reduce_min %8 over [0, 1] : tensor<3x70xf32> -> tensor<f32>
  return %9 : tensor<f32>
}
func.func private @f8(%arg0: tensor<3x1xf32>) -> tensor<70xf32> {
  %0 = cjax.constant dense<1.000000e-01> : tensor<f32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<f32> -> tensor<3x1xf32>
  %2 = cjax.mul %arg0, %1 : tensor<3x1xf32>
  %3 = cjax.iota dim 1 : tensor<3x70xf32>
  %4 = cjax.constant dense<0.00999999977> : tensor<f32>
  %5 = cjax.broadcast_in_dim %4 dims [] : tensor<f32> -> tensor<3x70xf32>
  %6 = cjax.mul %3, %5 : tensor<3x70xf32>
  %7 = cjax.broadcast_in_dim %2 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
  %8 = cjax.add %7, %6 : tensor<3x70xf32>
  %9 = cjax.reduce_min %8 over [0] : tensor<3x70xf32> -> tensor<70xf32>
  return %9 : tensor<70xf32>
}
func.func private @f9(%arg0: tensor<3x1xf32>) -> tensor<3xf32> {
  %0 = cjax.constant dense<1.000000e-01> : tensor<f32>
  %1 = cjax.broadcast_in_dim %0 dims [] : tensor<f32> -> tensor<3x1xf32>
  %2 = cjax.mul %arg0, %1 : tensor<3x1xf32>
  %3 = cjax.iota dim 1 : tensor<3x70xf32>
  %4 = cjax.constant dense<0.00999999977> : tensor<f32>
  %5 = cjax.broadcast_in_dim %4 dims [] : tensor<f32> -> tensor<3x70xf32>
  %6 = cjax.mul %3, %5 : tensor<3x70xf32>
  %7 = cjax.broadcast_in_dim %2 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
  %8 = cjax.add %7, %6 : tensor<3x70xf32>
  %9 = cjax.reduce_min %8 over [1] : tensor<3x70xf32> -> tensor<3xf32>
  return %9 : tensor<3xf32>
}
func.func private @f10(%arg0: tensor<3x4xi32>) -> tensor<4xi32> {
  %0 = cjax.reduce_min %arg0 over [0] : tensor<3x4xi32> -> tensor<4xi32>
  return %0 : tensor<4xi32>
}
func.func private @f11(%arg0: tensor<3x4xui8>) -> tensor<4xui8> {
  %0 = cjax.reduce_min %arg0 over [0] : tensor<3x4xui8> -> tensor<4xui8>
  return %0 : tensor<4xui8>
}
func.func private @f12(%arg0: tensor<3x4xi32>) -> tensor<3xi32> {
  %0 = cjax.reduce_min %arg0 over [1] : tensor<3x4xi32> -> tensor<3xi32>
  return %0 : tensor<3xi32>
}
func.func private @f13(%arg0: tensor<3x4xui8>) -> tensor<3xui8> {
  %0 = cjax.reduce_min %arg0 over [1] : tensor<3x4xui8> -> tensor<3xui8>
  return %0 : tensor<3xui8>
}
func.func @main() {
  %0 = cjax.constant dense<[[[0.249780685, -0.210970521, 0.388703495, -0.0277377106], [1.46347654, 0.943943977, -0.836761116,
      -0.687630534], [1.36728191, 0.308080137, -0.231759176, 1.18633616]], [[-0.387594104, -0.2797755, -0.461171538, -1.96167254],
      [0.864256978, -1.20908451, -0.568692744, -0.743871867], [0.726990581, -0.0685827807, 0.0154165505, -1.67945981]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %1 : tensor<f32> as ["str"]
  %2 = cjax.constant dense<[[[-0.0874370486, -1.47633314, 3.071970e-01, 3.667230e-01], [-0.0173974819, 2.04314375, 0.527728915,
      0.595824182], [0.14231135, -0.192758083, 0.965918242, 1.10144949]], [[-1.30116034, 1.05448961, 0.513823211, 0.960700094],
      [0.466178775, -1.24426973, -1.17291641, 1.82459056], [0.252423882, -1.41725552, 3.481320e-01, -0.362123609]]]> : tensor<2x3x4xf32>
  %3 = call @f1(%2) : (tensor<2x3x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[-1.84341395, -2.29018807, -1.60266674, 0.271792531], [-0.0480722189, -0.249159187, 0.284678161,
      0.601130426], [-2.10250735, -0.301151186, -0.827914655, -1.23319495]], [[-0.547201276, -0.122872099, -0.266356468, -1.45466733],
      [-0.483149529, 2.0158329, -1.05455482, -1.68709302], [0.275241584, 0.596628189, 0.464044094, -1.11971748]]]> : tensor<2x3x4xf32>
  %5 = call @f2(%4) : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x4xf32> as ["str"]
  %6 = cjax.constant dense<[[[0.998094916, -0.785332202, -1.13487649, -0.608477532], [-0.108700506, 0.71409142, 0.623831808,
      -0.0224992707], [0.932905554, 0.0814895704, 0.895983874, -1.40386879]], [[-1.57417405, 0.775720417, -1.39008248, -0.301519215],
      [-0.0981027483, -0.487950832, -0.453489482, 1.39262652], [-2.52960157, 0.883873641, 2.29517245, 0.0235845614]]]> : tensor<2x3x4xf32>
  %7 = call @f3(%6) : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<2x3xf32> as ["str"]
  %8 = cjax.constant dense<[[[-0.0189747959, 0.726370811, 1.82885456, -1.18804896], [0.0876893326, -0.186216518, 0.559381306,
      0.159186691], [0.659653127, -0.421632677, 0.0490021557, -0.670342385]], [[-0.664290487, -0.141539842, -0.142009899, -1.17248368],
      [1.57005835, -0.135084093, -1.38370073, 1.10153461], [-0.748282849, 0.50828135, -0.0170169771, 0.250616223]]]> : tensor<2x3x4xf32>
  %9 = call @f4(%8) : (tensor<2x3x4xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %9 : tensor<3xf32> as ["str"]
  %10 = cjax.constant dense<[[[0.171021089, -0.575167775, 0.0409462862, 2.03309202], [-2.23760581, 0.0659571066, 0.434981465,
      -1.05227149], [-1.3703481, 2.158916, -0.371503741, 2.07899523]], [[0.535763323, 0.0761410593, 0.475970507, 0.635005474],
      [1.17965519, 0.435815841, 0.144610628, 0.176287517], [1.35191333, 0.816968262, -1.00202155, -0.635628819]]]> : tensor<2x3x4xf32>
  %11 = call @f5(%10) : (tensor<2x3x4xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %11 : tensor<2xf32> as ["str"]
  %12 = cjax.constant dense<[[[0.330748826, -0.622921348, -0.376487017, -0.955919563], [-0.261642873, 0.423627645, 0.995161592,
      0.00923094805], [2.074850e+00, -0.0764133856, 3.19342327, 1.00165212]], [[0.49672243, -0.49903363, -2.82449412, -0.155131608],
      [0.17821829, 1.92245317, -1.37974954, 1.90588641], [-0.251244396, 0.724056899, -2.53984642, 0.139030382]]]> : tensor<2x3x4xf32>
  %13 = call @f6(%12) : (tensor<2x3x4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %13 : tensor<4xf32> as ["str"]
  %14 = cjax.constant dense<[[-0.343732059], [0.682429433], [0.0912252888]]> : tensor<3x1xf32>
  %15 = call @f7(%14) : (tensor<3x1xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %15 : tensor<f32> as ["str"]
  %16 = cjax.constant dense<[[-1.14223957], [0.946987628], [0.694628716]]> : tensor<3x1xf32>
  %17 = call @f8(%16) : (tensor<3x1xf32>) -> tensor<70xf32>
  cjax.print ["", "\0A"] with %17 : tensor<70xf32> as ["str"]
  %18 = cjax.constant dense<[[0.5967682], [1.00891531], [1.10096741]]> : tensor<3x1xf32>
  %19 = call @f9(%18) : (tensor<3x1xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %19 : tensor<3xf32> as ["str"]
  %20 = cjax.constant dense<[[19, 15, 17, 16], [12, 4, 8, 4], [17, 4, 16, 2]]> : tensor<3x4xi32>
  %21 = call @f10(%20) : (tensor<3x4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %21 : tensor<4xi32> as ["str"]
  %22 = cjax.constant dense<[[7, 8, 14, 10], [16, 12, 0, 1], [8, 3, 4, 2]]> : tensor<3x4xui8>
  %23 = call @f11(%22) : (tensor<3x4xui8>) -> tensor<4xui8>
  cjax.print ["", "\0A"] with %23 : tensor<4xui8> as ["str"]
  %24 = cjax.constant dense<[[19, 5, 13, 3], [2, 18, 9, 7], [3, 2, 1, 13]]> : tensor<3x4xi32>
  %25 = call @f12(%24) : (tensor<3x4xi32>) -> tensor<3xi32>
  cjax.print ["", "\0A"] with %25 : tensor<3xi32> as ["str"]
  %26 = cjax.constant dense<[[2, 19, 5, 15], [6, 12, 12, 7], [4, 8, 6, 6]]> : tensor<3x4xui8>
  %27 = call @f13(%26) : (tensor<3x4xui8>) -> tensor<3xui8>
  cjax.print ["", "\0A"] with %27 : tensor<3xui8> as ["str"]
  return
}
