// cumprod.mlir -- each axis, both ways.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumprod %arg0 along 0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f1(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumprod %arg0 along 0 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumprod %arg0 along 1 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f3(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.cumprod %arg0 along 1 {reverse} : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
}
func.func private @f4(%arg0: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.cumprod %arg0 along 0 : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func @main() {
  %0 = cjax.constant dense<[[1.45186448, -0.198530391, 1.12389827, -0.0434818678, -0.375646532], [-0.451912701, 1.47344506, 1.43445122,
      -2.13784957, -0.936254978], [1.77707887, -0.367293447, -1.36047339, 0.00446573738, -0.108366795]]> : tensor<3x5xf32>
  %1 = call @f0(%0) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x5xf32> as ["str"]
  %2 = cjax.constant dense<[[-0.0973450317, -0.479562879, -0.310076982, -0.455907762, 0.333906651], [-0.812739849, -0.289644301,
      -0.144073889, 1.30574095, 0.373411149], [-0.109700277, 0.536187947, 0.406118274, 1.08783484, 0.506513238]]> : tensor<3x5xf32>
  %3 = call @f1(%2) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x5xf32> as ["str"]
  %4 = cjax.constant dense<[[1.79391074, 1.34461701, -0.0410014093, -0.414509654, 0.882555782], [0.51662904, -0.0945689678, -1.47695148,
      -1.83237386, 0.348258555], [0.770842254, 0.803435504, -1.28717172, 1.03734386, -0.534157336]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  %6 = cjax.constant dense<[[0.388421535, 0.416691363, -0.802486419, -0.591325045, -2.07305264], [-0.916740536, -1.80254209, 0.437357128,
      0.0614169165, 0.914052069], [0.35654223, -0.634757697, 0.346201062, -0.390425116, 0.609061717]]> : tensor<3x5xf32>
  %7 = call @f3(%6) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %7 : tensor<3x5xf32> as ["str"]
  %8 = cjax.constant dense<[-2, 0, 1, -1, 1, 3, -3, 3, -2]> : tensor<9xi32>
  %9 = call @f4(%8) : (tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %9 : tensor<9xi32> as ["str"]
  return
}
