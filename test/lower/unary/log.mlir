// log.mlir -- floats, special values among them.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<18xf32>) -> tensor<18xf32> {
  %0 = cjax.log %arg0 : tensor<18xf32>
  return %0 : tensor<18xf32>
}
func.func private @f1(%arg0: tensor<18xf64>) -> tensor<18xf64> {
  %0 = cjax.log %arg0 : tensor<18xf64>
  return %0 : tensor<18xf64>
}
func.func private @f2(%arg0: tensor<3x5xf32>) -> tensor<3x5xf32> {
  %0 = cjax.log %arg0 : tensor<3x5xf32>
  return %0 : tensor<3x5xf32>
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
  %4 = cjax.constant dense<[[-0.623943567, 0.205403939, 0.493013293, -0.176406071, -0.205930337], [0.702462971, 0.519907653, -1.03367579,
      -0.0791813209, 0.0352868475], [-1.05448461, 0.259839088, -0.857956469, 0.9720667, 0.192745909]]> : tensor<3x5xf32>
  %5 = call @f2(%4) : (tensor<3x5xf32>) -> tensor<3x5xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x5xf32> as ["str"]
  return
}
