// population_count.mlir -- integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.population_count %arg0 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.population_count %arg0 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.population_count %arg0 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.population_count %arg0 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.population_count %arg0 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.population_count %arg0 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -60, -32, 62, 10, 94, 14]> : tensor<14xi8>
  %1 = call @f0(%0) : (tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %1 : tensor<14xi8> as ["str"]
  %2 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 46, 84, 105, 95, 35, 82]> : tensor<14xui8>
  %3 = call @f1(%2) : (tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %3 : tensor<14xui8> as ["str"]
  %4 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 589112833, 1676639089, -1038802782, -896605848,
      -100772722, -1329465598]> : tensor<14xi32>
  %5 = call @f2(%4) : (tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %5 : tensor<14xi32> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 2253460844, 3801665821, 2710180980, 706159299, 872599234,
      327855342]> : tensor<14xui32>
  %7 = call @f3(%6) : (tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %7 : tensor<14xui32> as ["str"]
  %8 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, -3889715951652230907,
      -3578296984737194088, -4495243101776981158, -7978654727104210621, -1421821299652976715, 5014494864800679682]> : tensor<14xi64>
  %9 = call @f4(%8) : (tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %9 : tensor<14xi64> as ["str"]
  %10 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 13089199684191470976, 3607674989102292540, 2525947761558528318,
      5929298954727334405, 14171806197895147861, 9003452460039245597]> : tensor<14xui64>
  %11 = call @f5(%10) : (tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %11 : tensor<14xui64> as ["str"]
  return
}
