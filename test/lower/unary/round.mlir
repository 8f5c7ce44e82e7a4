// round.mlir -- both ways of treating ties.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower --cpu=x86-64 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.round %arg0 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.round %arg0 {to_nearest_even} : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func @main() {
  %0 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02, 0x7F800000,
      0xFF800000, 0x7FC00000]> : tensor<18xf32>
  %1 = call @f0(%0) : (tensor<18xf32>) -> tensor<18xf32>
  cjax.print ["", "\0A"] with %1 : tensor<18xf32> as ["str"]
  %2 = cjax.constant dense<[0.000000e+00, -0.000000e+00, 1.000000e+00, -1.000000e+00, 5.000000e-01, -5.000000e-01, 2.500000e+00,
      -2.500000e+00, 3.000000e+00, 1.000000e-03, -7.250000e+00, 2.000000e+01, -2.000000e+01, 1.000000e+02, -1.000000e+02,
      0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<18xf64>
  %3 = call @f1(%2) : (tensor<18xf64>) -> tensor<18xf64>
  cjax.print ["", "\0A"] with %3 : tensor<18xf64> as ["str"]
  return
}
