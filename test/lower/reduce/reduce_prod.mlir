// reduce_prod.mlir -- each set of axes; short, long and uneven rows; integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<f32> {
  %0 = cjax.reduce_prod %arg0 over [0, 1, 2] : tensor<2x3x4xf32> -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> tensor<3x4xf32> {
  %0 = cjax.reduce_prod %arg0 over [0] : tensor<2x3x4xf32> -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = cjax.reduce_prod %arg0 over [1] : tensor<2x3x4xf32> -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>) -> tensor<2x3xf32> {
  %0 = cjax.reduce_prod %arg0 over [2] : tensor<2x3x4xf32> -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
func.func private @f4(%arg0: tensor<2x3x4xf32>) -> tensor<3xf32> {
  %0 = cjax.reduce_prod %arg0 over [0, 2] : tensor<2x3x4xf32> -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func private @f5(%arg0: tensor<2x3x4xf32>) -> tensor<2xf32> {
  %0 = cjax.reduce_prod %arg0 over [1, 2] : tensor<2x3x4xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @f6(%arg0: tensor<2x3x4xf32>) -> tensor<4xf32> {
  %0 = cjax.reduce_prod %arg0 over [0, 1] : tensor<2x3x4xf32> -> tensor<4xf32>
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
  %9 = cjax.reduce_prod %8 over [0, 1] : tensor<3x70xf32> -> tensor<f32>
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
  %9 = cjax.reduce_prod %8 over [0] : tensor<3x70xf32> -> tensor<70xf32>
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
  %9 = cjax.reduce_prod %8 over [1] : tensor<3x70xf32> -> tensor<3xf32>
  return %9 : tensor<3xf32>
}
func.func private @f10(%arg0: tensor<3x4xi32>) -> tensor<4xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xi32> -> tensor<3x4xi64>
  %1 = cjax.reduce_prod %0 over [0] : tensor<3x4xi64> -> tensor<4xi64>
  return %1 : tensor<4xi64>
}
func.func private @f11(%arg0: tensor<3x4xui8>) -> tensor<4xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xui8> -> tensor<3x4xui64>
  %1 = cjax.reduce_prod %0 over [0] : tensor<3x4xui64> -> tensor<4xui64>
  return %1 : tensor<4xui64>
}
func.func private @f12(%arg0: tensor<3x4xi32>) -> tensor<3xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xi32> -> tensor<3x4xi64>
  %1 = cjax.reduce_prod %0 over [1] : tensor<3x4xi64> -> tensor<3xi64>
  return %1 : tensor<3xi64>
}
func.func private @f13(%arg0: tensor<3x4xui8>) -> tensor<3xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xui8> -> tensor<3x4xui64>
  %1 = cjax.reduce_prod %0 over [1] : tensor<3x4xui64> -> tensor<3xui64>
  return %1 : tensor<3xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.609013974, 0.33872205, -1.55963182, -1.35357869], [-0.499646693, -0.519721806, 0.0718892738,
      1.12255776], [-0.474026978, 0.492798477, 6.015450e-01, -1.08407533]], [[0.228455722, -0.942667365, 1.0638988, 0.455089867],
      [0.0165041145, -1.33969963, 0.115990013, -0.767027497], [0.705962657, -0.119326502, -0.812344551, 0.925517916]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %1 : tensor<f32> as ["str"]
  %2 = cjax.constant dense<[[[0.721535087, -0.593297064, 1.16202784, -0.29839468], [-0.30915162, 0.123801045, -0.75263375, -0.4416399],
      [-0.160479277, 1.53028297, 1.49964976, -0.258870214]], [[1.61043775, -0.0432867482, 0.380580664, 0.883577823], [0.292047828,
      2.41518211, 0.243346319, -1.19758928], [1.30547094, -0.412063479, -0.304288328, -2.99167299]]]> : tensor<2x3x4xf32>
  %3 = call @f1(%2) : (tensor<2x3x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[1.00098586, 0.818449139, 0.799019455, 0.978405892], [1.69100022, -0.0460018478, 0.937616527, -0.7438398],
      [-0.353801191, 1.05676019, 0.391123831, -1.33341515]], [[0.361329377, -0.182911441, -0.818666279, 0.434287041], [-0.4045057,
      -1.57048965, -1.11115527, 1.769170e+00], [-1.51492894, 0.222802192, 0.610055923, 0.639189064]]]> : tensor<2x3x4xf32>
  %5 = call @f2(%4) : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x4xf32> as ["str"]
  %6 = cjax.constant dense<[[[-1.22547162, -0.32153818, 0.140846729, 0.800209284], [-0.64496082, -1.16347456, 1.00257409, 1.10515368],
      [0.370072544, -0.608787179, 0.406761646, 0.109310701]], [[0.837628662, -1.24911296, 0.116260774, -0.159063846], [-1.10968375,
      0.215648249, 0.0349178351, -0.410358667], [0.396028757, -1.41879702, -0.0536417924, 0.431414157]]]> : tensor<2x3x4xf32>
  %7 = call @f3(%6) : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<2x3xf32> as ["str"]
  %8 = cjax.constant dense<[[[0.284017861, 1.07642782, -1.20111263, -1.50788045], [0.239067748, 0.455152541, 2.11982369, 0.616612493],
      [-0.873948276, 0.806029736, -0.845630168, -1.48583591]], [[2.60910082, 0.325825393, 0.714950621, 0.563550234], [1.81207681,
      0.284106523, 1.21769798, -1.02728391], [-1.39216101, 1.42655706, 1.47485971, 0.510725796]]]> : tensor<2x3x4xf32>
  %9 = call @f4(%8) : (tensor<2x3x4xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %9 : tensor<3xf32> as ["str"]
  %10 = cjax.constant dense<[[[0.2260665, 0.166176587, -0.688161432, 1.53863788], [0.65888083, 0.505905449, 0.376125276, 1.04791284],
      [0.5050053, 0.745359778, -1.16893089, 5.100330e-01]], [[2.1872015, -5.185230e-01, -0.128828868, 0.891943693], [0.957303166,
      0.62442708, -1.61760032, 0.501730263], [-1.18367457, -0.824701905, 0.548053801, -0.295824111]]]> : tensor<2x3x4xf32>
  %11 = call @f5(%10) : (tensor<2x3x4xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %11 : tensor<2xf32> as ["str"]
  %12 = cjax.constant dense<[[[0.809622883, 3.14813876, 0.777180075, 0.722852647], [-0.895727455, -0.642964244, -1.06366193,
      -0.532595813], [-1.09175205, -6.596900e-01, -0.208721831, -1.00057387]], [[-1.41909707, -1.36146355, 0.453921109, 0.0597465299],
      [1.0259403, 1.0444392, -0.340638936, 0.670043588], [-1.44052052, 2.2830236, 1.19540429, -0.215033397]]]> : tensor<2x3x4xf32>
  %13 = call @f6(%12) : (tensor<2x3x4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %13 : tensor<4xf32> as ["str"]
  %14 = cjax.constant dense<[[-1.16319942], [0.380048573], [-1.87007356]]> : tensor<3x1xf32>
  %15 = call @f7(%14) : (tensor<3x1xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %15 : tensor<f32> as ["str"]
  %16 = cjax.constant dense<[[-0.779302418], [0.748757541], [7.544900e-02]]> : tensor<3x1xf32>
  %17 = call @f8(%16) : (tensor<3x1xf32>) -> tensor<70xf32>
  cjax.print ["", "\0A"] with %17 : tensor<70xf32> as ["str"]
  %18 = cjax.constant dense<[[-0.490964741], [0.950739562], [-1.03863406]]> : tensor<3x1xf32>
  %19 = call @f9(%18) : (tensor<3x1xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %19 : tensor<3xf32> as ["str"]
  %20 = cjax.constant dense<[[16, 18, 4, 10], [2, 16, 6, 12], [18, 11, 18, 9]]> : tensor<3x4xi32>
  %21 = call @f10(%20) : (tensor<3x4xi32>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %21 : tensor<4xi64> as ["str"]
  %22 = cjax.constant dense<[[18, 13, 12, 9], [19, 14, 11, 3], [16, 6, 1, 17]]> : tensor<3x4xui8>
  %23 = call @f11(%22) : (tensor<3x4xui8>) -> tensor<4xui64>
  cjax.print ["", "\0A"] with %23 : tensor<4xui64> as ["str"]
  %24 = cjax.constant dense<[[13, 7, 10, 16], [5, 18, 2, 11], [14, 2, 5, 15]]> : tensor<3x4xi32>
  %25 = call @f12(%24) : (tensor<3x4xi32>) -> tensor<3xi64>
  cjax.print ["", "\0A"] with %25 : tensor<3xi64> as ["str"]
  %26 = cjax.constant dense<[[12, 13, 13, 5], [0, 17, 2, 9], [17, 1, 14, 1]]> : tensor<3x4xui8>
  %27 = call @f13(%26) : (tensor<3x4xui8>) -> tensor<3xui64>
  cjax.print ["", "\0A"] with %27 : tensor<3xui64> as ["str"]
  return
}
