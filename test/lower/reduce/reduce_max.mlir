// reduce_max.mlir -- each set of axes; short, long and uneven rows; integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<f32> {
  %0 = cjax.reduce_max %arg0 over [0, 1, 2] : tensor<2x3x4xf32> -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> tensor<3x4xf32> {
  %0 = cjax.reduce_max %arg0 over [0] : tensor<2x3x4xf32> -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = cjax.reduce_max %arg0 over [1] : tensor<2x3x4xf32> -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>) -> tensor<2x3xf32> {
  %0 = cjax.reduce_max %arg0 over [2] : tensor<2x3x4xf32> -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
func.func private @f4(%arg0: tensor<2x3x4xf32>) -> tensor<3xf32> {
  %0 = cjax.reduce_max %arg0 over [0, 2] : tensor<2x3x4xf32> -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func private @f5(%arg0: tensor<2x3x4xf32>) -> tensor<2xf32> {
  %0 = cjax.reduce_max %arg0 over [1, 2] : tensor<2x3x4xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @f6(%arg0: tensor<2x3x4xf32>) -> tensor<4xf32> {
  %0 = cjax.reduce_max %arg0 over [0, 1] : tensor<2x3x4xf32> -> tensor<4xf32>
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
  %9 = cjax.reduce_max %8 over [0, 1] : tensor<3x70xf32> -> tensor<f32>
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
  %9 = cjax.reduce_max %8 over [0] : tensor<3x70xf32> -> tensor<70xf32>
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
  %9 = cjax.reduce_max %8 over [1] : tensor<3x70xf32> -> tensor<3xf32>
  return %9 : tensor<3xf32>
}
func.func private @f10(%arg0: tensor<3x4xi32>) -> tensor<4xi32> {
  %0 = cjax.reduce_max %arg0 over [0] : tensor<3x4xi32> -> tensor<4xi32>
  return %0 : tensor<4xi32>
}
func.func private @f11(%arg0: tensor<3x4xui8>) -> tensor<4xui8> {
  %0 = cjax.reduce_max %arg0 over [0] : tensor<3x4xui8> -> tensor<4xui8>
  return %0 : tensor<4xui8>
}
func.func private @f12(%arg0: tensor<3x4xi32>) -> tensor<3xi32> {
  %0 = cjax.reduce_max %arg0 over [1] : tensor<3x4xi32> -> tensor<3xi32>
  return %0 : tensor<3xi32>
}
func.func private @f13(%arg0: tensor<3x4xui8>) -> tensor<3xui8> {
  %0 = cjax.reduce_max %arg0 over [1] : tensor<3x4xui8> -> tensor<3xui8>
  return %0 : tensor<3xui8>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-1.02415395, -1.69407153, -1.36142325, 0.544938505], [-0.341073275, -1.13151598, -5.269350e-01,
      1.56411254], [-0.330674887, -0.584448218, 1.35060608, 0.461891681]], [[0.0442808308, -0.607781887, -1.55241084, -1.17054248],
      [-0.480461597, -0.219625697, 0.356242269, 0.551764727], [0.222921565, 0.220408499, -1.00752473, -2.15475488]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %1 : tensor<f32> as ["str"]
  %2 = cjax.constant dense<[[[-0.520875812, -0.954149246, -0.652626931, -0.274553984], [-1.24360704, -1.11051047, -0.100317061,
      0.115770526], [-0.655998289, 0.498285055, -0.219454706, -1.01991308]], [[0.0407306664, 1.88241363, -0.674926221, 1.16613972],
      [1.37777591, 1.49816155, -8.226280e-01, 2.01537395], [0.116349459, -0.253788918, -0.230347916, 0.601573527]]]> : tensor<2x3x4xf32>
  %3 = call @f1(%2) : (tensor<2x3x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[0.0511275344, -0.176896676, 1.28358889, -0.722762644], [-1.04314399, 0.793105125, 0.703597366, 1.09397757],
      [-1.0721997, 1.08139145, 0.482021332, 1.76257539]], [[-1.24828768, 0.21824035, -0.277567416, -1.58976591], [-0.714887917,
      1.12706411, -0.468960673, -0.722597539], [0.868260383, 0.9888767, 0.986783981, -0.789693355]]]> : tensor<2x3x4xf32>
  %5 = call @f2(%4) : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x4xf32> as ["str"]
  %6 = cjax.constant dense<[[[-0.0580087528, 1.0306592, -0.656034112, -0.749331176], [0.82823199, 1.56234872, -1.15207469, -2.59756851],
      [-1.45031643, -1.01245248, -0.137676701, 0.615849196]], [[-0.146501184, -0.700339496, 0.15336968, -0.961871743], [-0.0469203405,
      -0.641568481, 2.68034315, 0.816786944], [-0.835014402, -0.996934235, -0.438178211, -1.64487517]]]> : tensor<2x3x4xf32>
  %7 = call @f3(%6) : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<2x3xf32> as ["str"]
  %8 = cjax.constant dense<[[[-0.730494439, -0.738227129, 0.883925676, -0.426600307], [-0.790545761, -1.34046578, -1.1766386,
      -0.066356048], [-0.215129107, 1.13425159, -0.629130602, 1.05918431]], [[0.257126302, -0.00463568699, -2.00830436, -1.29005814],
      [0.741428852, 1.39781988, 0.206448808, 0.762527287], [-0.407722145, -0.371350914, -0.662962615, 0.974698781]]]> : tensor<2x3x4xf32>
  %9 = call @f4(%8) : (tensor<2x3x4xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %9 : tensor<3xf32> as ["str"]
  %10 = cjax.constant dense<[[[0.342797399, -0.234169319, -0.328391254, 0.556505561], [0.323115557, -8.320420e-01, 1.71598589,
      0.257028908], [0.0104791047, 1.47728562, 1.02401698, -0.0879668593]], [[0.535985172, -1.06997836, -0.640842914, -2.26033139],
      [1.22036707, -1.89841151, 0.681275249, -0.830676913], [-0.978971481, -0.195030868, 0.266412169, 0.612106502]]]> : tensor<2x3x4xf32>
  %11 = call @f5(%10) : (tensor<2x3x4xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %11 : tensor<2xf32> as ["str"]
  %12 = cjax.constant dense<[[[1.77163172, 0.358614057, 0.881195366, -5.984890e-01], [0.713721334, 0.153268754, -0.463184208,
      -0.095979318], [-0.0620551035, 0.191119254, 0.401391178, -0.50889039]], [[-0.740773439, 0.747471571, -1.69655097, -0.618206679],
      [1.55261755, -2.70719767, -0.693051993, 0.687719404], [-1.65032125, 2.59814215, -2.58840346, 1.43655944]]]> : tensor<2x3x4xf32>
  %13 = call @f6(%12) : (tensor<2x3x4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %13 : tensor<4xf32> as ["str"]
  %14 = cjax.constant dense<[[1.55734134], [0.916352391], [-0.221585572]]> : tensor<3x1xf32>
  %15 = call @f7(%14) : (tensor<3x1xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %15 : tensor<f32> as ["str"]
  %16 = cjax.constant dense<[[0.357178211], [-0.897249877], [0.809324681]]> : tensor<3x1xf32>
  %17 = call @f8(%16) : (tensor<3x1xf32>) -> tensor<70xf32>
  cjax.print ["", "\0A"] with %17 : tensor<70xf32> as ["str"]
  %18 = cjax.constant dense<[[-1.11986494], [-0.273873925], [0.996249258]]> : tensor<3x1xf32>
  %19 = call @f9(%18) : (tensor<3x1xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %19 : tensor<3xf32> as ["str"]
  %20 = cjax.constant dense<[[3, 17, 10, 17], [10, 0, 16, 9], [2, 2, 1, 10]]> : tensor<3x4xi32>
  %21 = call @f10(%20) : (tensor<3x4xi32>) -> tensor<4xi32>
  cjax.print ["", "\0A"] with %21 : tensor<4xi32> as ["str"]
  %22 = cjax.constant dense<[[13, 1, 11, 17], [18, 3, 5, 13], [15, 13, 11, 6]]> : tensor<3x4xui8>
  %23 = call @f11(%22) : (tensor<3x4xui8>) -> tensor<4xui8>
  cjax.print ["", "\0A"] with %23 : tensor<4xui8> as ["str"]
  %24 = cjax.constant dense<[[18, 4, 13, 18], [12, 0, 3, 5], [18, 6, 4, 11]]> : tensor<3x4xi32>
  %25 = call @f12(%24) : (tensor<3x4xi32>) -> tensor<3xi32>
  cjax.print ["", "\0A"] with %25 : tensor<3xi32> as ["str"]
  %26 = cjax.constant dense<[[8, 7, 2, 2], [5, 11, 0, 14], [5, 14, 13, 9]]> : tensor<3x4xui8>
  %27 = call @f13(%26) : (tensor<3x4xui8>) -> tensor<3xui8>
  cjax.print ["", "\0A"] with %27 : tensor<3xui8> as ["str"]
  return
}
