// reduce_sum.mlir -- each set of axes; short, long and uneven rows; integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>) -> tensor<f32> {
  %0 = cjax.reduce_sum %arg0 over [0, 1, 2] : tensor<2x3x4xf32> -> tensor<f32>
  return %0 : tensor<f32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>) -> tensor<3x4xf32> {
  %0 = cjax.reduce_sum %arg0 over [0] : tensor<2x3x4xf32> -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>) -> tensor<2x4xf32> {
  %0 = cjax.reduce_sum %arg0 over [1] : tensor<2x3x4xf32> -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>) -> tensor<2x3xf32> {
  %0 = cjax.reduce_sum %arg0 over [2] : tensor<2x3x4xf32> -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
func.func private @f4(%arg0: tensor<2x3x4xf32>) -> tensor<3xf32> {
  %0 = cjax.reduce_sum %arg0 over [0, 2] : tensor<2x3x4xf32> -> tensor<3xf32>
  return %0 : tensor<3xf32>
}
func.func private @f5(%arg0: tensor<2x3x4xf32>) -> tensor<2xf32> {
  %0 = cjax.reduce_sum %arg0 over [1, 2] : tensor<2x3x4xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func private @f6(%arg0: tensor<2x3x4xf32>) -> tensor<4xf32> {
  %0 = cjax.reduce_sum %arg0 over [0, 1] : tensor<2x3x4xf32> -> tensor<4xf32>
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
  %9 = cjax.reduce_sum %8 over [0, 1] : tensor<3x70xf32> -> tensor<f32>
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
  %9 = cjax.reduce_sum %8 over [0] : tensor<3x70xf32> -> tensor<70xf32>
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
  %9 = cjax.reduce_sum %8 over [1] : tensor<3x70xf32> -> tensor<3xf32>
  return %9 : tensor<3xf32>
}
func.func private @f10(%arg0: tensor<3x4xi32>) -> tensor<4xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xi32> -> tensor<3x4xi64>
  %1 = cjax.reduce_sum %0 over [0] : tensor<3x4xi64> -> tensor<4xi64>
  return %1 : tensor<4xi64>
}
func.func private @f11(%arg0: tensor<3x4xui8>) -> tensor<4xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xui8> -> tensor<3x4xui64>
  %1 = cjax.reduce_sum %0 over [0] : tensor<3x4xui64> -> tensor<4xui64>
  return %1 : tensor<4xui64>
}
func.func private @f12(%arg0: tensor<3x4xi32>) -> tensor<3xi64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xi32> -> tensor<3x4xi64>
  %1 = cjax.reduce_sum %0 over [1] : tensor<3x4xi64> -> tensor<3xi64>
  return %1 : tensor<3xi64>
}
func.func private @f13(%arg0: tensor<3x4xui8>) -> tensor<3xui64> {
  %0 = cjax.convert_element_type %arg0 : tensor<3x4xui8> -> tensor<3x4xui64>
  %1 = cjax.reduce_sum %0 over [1] : tensor<3x4xui64> -> tensor<3xui64>
  return %1 : tensor<3xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[[[0.462836057, 0.826635658, 0.239704624, -0.673816144], [-0.779953837, 1.65917051, -0.280037671,
      -0.291102141], [1.46500742, 1.08786118, 0.533837914, -0.399396539]], [[2.35319757, 0.392973781, 0.546985507, -0.17110613],
      [-1.41430748, -1.3347621, 0.40697819, 0.391829431], [-0.239998326, -1.17168379, -1.4416579, -0.32785067]]]> : tensor<2x3x4xf32>
  %1 = call @f0(%0) : (tensor<2x3x4xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %1 : tensor<f32> as ["str"]
  %2 = cjax.constant dense<[[[-1.45612788, 0.89891535, 1.15266478, 2.82903409], [0.878317475, -0.592849612, -8.716650e-01, -3.45172811],
      [-0.594889163, -0.176973879, 0.967807233, 0.611600161]], [[0.58834976, 0.213627607, 6.609100e-01, 1.447600e+00], [-1.06487691,
      -0.457300395, -1.38853157, 1.61866033], [1.29686916, 0.752284169, -1.19855142, 0.172944799]]]> : tensor<2x3x4xf32>
  %3 = call @f1(%2) : (tensor<2x3x4xf32>) -> tensor<3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[-0.234639362, 0.0808270499, -0.18811813, 0.519952834], [-0.394839883, 0.854570508, 0.241394863,
      -0.293076158], [-0.111853369, -0.440587401, 8.138840e-01, -0.271464497]], [[0.294890404, -0.392404586, -1.48510182, 0.906104385],
      [-1.05812657, 0.679160953, 0.420152783, -1.6560334], [-0.944681584, -0.514100611, -0.82071805, -1.18207073]]]> : tensor<2x3x4xf32>
  %5 = call @f2(%4) : (tensor<2x3x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %5 : tensor<2x4xf32> as ["str"]
  %6 = cjax.constant dense<[[[0.740095674, -0.239505395, 0.38569057, -0.430508465], [0.305328578, -0.751150906, -0.0265167747,
      0.58184582], [0.0450728163, -0.457110226, -1.08666646, 0.167632967]], [[0.34494549, -0.258359462, -0.769320309, 0.542583048],
      [2.48173046, -0.302461982, 0.336739451, 0.377392977], [-2.5664649, 0.123862348, -0.706518709, 1.38468802]]]> : tensor<2x3x4xf32>
  %7 = call @f3(%6) : (tensor<2x3x4xf32>) -> tensor<2x3xf32>
  cjax.print ["", "\0A"] with %7 : tensor<2x3xf32> as ["str"]
  %8 = cjax.constant dense<[[[-0.253985822, -0.777535796, -0.218499333, 0.166561052], [-0.559905589, -0.0526627786, -1.35415983,
      -0.225253448], [0.775672852, 1.96917224, 0.706514894, 0.271933854]], [[1.18376589, 1.01910865, 1.66384268, 1.08265591],
      [-0.117863581, 0.258447617, 0.179161251, 0.302139193], [0.200321093, -0.782428801, -2.10363579, -0.671678602]]]> : tensor<2x3x4xf32>
  %9 = call @f4(%8) : (tensor<2x3x4xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %9 : tensor<3xf32> as ["str"]
  %10 = cjax.constant dense<[[[-2.02603459, 0.0679591075, 0.00453638798, -1.67557454], [0.688168168, 0.866858065, 0.0958517864,
      1.66766632], [1.8716656, -1.20599401, 1.03670514, 0.440847874]], [[0.418319762, 0.934447527, -0.719167768, -0.592372417],
      [-0.826672136, -0.754902362, -0.0985117331, -1.45182419], [-1.04572737, 0.577528298, -0.0709627122,
      0.382954776]]]> : tensor<2x3x4xf32>
  %11 = call @f5(%10) : (tensor<2x3x4xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %11 : tensor<2xf32> as ["str"]
  %12 = cjax.constant dense<[[[-1.88926053, -0.783853292, -0.555422664, 0.0325348154], [-0.586284161, 0.933214604, -0.0582761168,
      0.0170141608], [0.0135381734, 0.70798546, -0.471620709, 1.12239373]], [[0.4600586, 0.154036939, 0.0417364873, 0.520303965],
      [1.01539159, 0.945527553, 0.375860155, 0.87671876], [0.118358187, 1.25249016, -0.0266065076, -2.07513928]]]> : tensor<2x3x4xf32>
  %13 = call @f6(%12) : (tensor<2x3x4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %13 : tensor<4xf32> as ["str"]
  %14 = cjax.constant dense<[[1.33788252], [0.107851088], [-1.17107844]]> : tensor<3x1xf32>
  %15 = call @f7(%14) : (tensor<3x1xf32>) -> tensor<f32>
  cjax.print ["", "\0A"] with %15 : tensor<f32> as ["str"]
  %16 = cjax.constant dense<[[-0.19822371], [-0.883833587], [2.10020947]]> : tensor<3x1xf32>
  %17 = call @f8(%16) : (tensor<3x1xf32>) -> tensor<70xf32>
  cjax.print ["", "\0A"] with %17 : tensor<70xf32> as ["str"]
  %18 = cjax.constant dense<[[0.497684956], [-1.56871116], [0.546164572]]> : tensor<3x1xf32>
  %19 = call @f9(%18) : (tensor<3x1xf32>) -> tensor<3xf32>
  cjax.print ["", "\0A"] with %19 : tensor<3xf32> as ["str"]
  %20 = cjax.constant dense<[[3, 8, 13, 4], [4, 17, 0, 12], [0, 12, 5, 6]]> : tensor<3x4xi32>
  %21 = call @f10(%20) : (tensor<3x4xi32>) -> tensor<4xi64>
  cjax.print ["", "\0A"] with %21 : tensor<4xi64> as ["str"]
  %22 = cjax.constant dense<[[10, 3, 14, 17], [8, 15, 15, 14], [15, 19, 4, 11]]> : tensor<3x4xui8>
  %23 = call @f11(%22) : (tensor<3x4xui8>) -> tensor<4xui64>
  cjax.print ["", "\0A"] with %23 : tensor<4xui64> as ["str"]
  %24 = cjax.constant dense<[[19, 3, 6, 12], [1, 5, 6, 10], [11, 9, 16, 11]]> : tensor<3x4xi32>
  %25 = call @f12(%24) : (tensor<3x4xi32>) -> tensor<3xi64>
  cjax.print ["", "\0A"] with %25 : tensor<3xi64> as ["str"]
  %26 = cjax.constant dense<[[14, 18, 11, 16], [9, 8, 0, 16], [1, 17, 3, 15]]> : tensor<3x4xui8>
  %27 = call @f13(%26) : (tensor<3x4xui8>) -> tensor<3xui64>
  cjax.print ["", "\0A"] with %27 : tensor<3xui64> as ["str"]
  return
}
