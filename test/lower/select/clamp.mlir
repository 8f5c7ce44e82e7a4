// clamp.mlir -- bounds, nan.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>, %arg1: tensor<18xf32>, %arg2: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.clamp %arg0, %arg1, %arg2 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>, %arg1: tensor<18xf64>, %arg2: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.clamp %arg0, %arg1, %arg2 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<9xi32>, %arg1: tensor<9xi32>, %arg2: tensor<9xi32>) -> tensor<9xi32> {
  %0 = cjax.clamp %arg0, %arg1, %arg2 : tensor<9xi32>
  return %0 : tensor<9xi32>
}
func.func @main() {
  %0 = cjax.constant dense<-1.000000e+00> : tensor<18xf32>
  %1 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %2 = cjax.constant dense<2.000000e+00> : tensor<18xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<18xf32>, tensor<18xf32>, tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %3 : tensor<18xf32> as ["str"]
  %4 = cjax.constant dense<-1.000000e+00> : tensor<18xf64>
  %5 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %6 = cjax.constant dense<2.000000e+00> : tensor<18xf64>
  %7 = call @f1(%4, %5, %6) : (tensor<18xf64>, tensor<18xf64>, tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %7 : tensor<18xf64> as ["str"]
  %8 = cjax.constant dense<-3> : tensor<9xi32>
  %9 = cjax.constant dense<[8, -6, -4, 6, -7, -2, -1, 5, -3]> : tensor<9xi32>
  %10 = cjax.constant dense<3> : tensor<9xi32>
  %11 = call @f2(%8, %9, %10) : (tensor<9xi32>, tensor<9xi32>, tensor<9xi32>) -> tensor<9xi32>
  cjax.print ["", "\0A"] with %11 : tensor<9xi32> as ["str"]
  return
}
