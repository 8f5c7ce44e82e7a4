// shift_left.mlir -- counts outside the width too.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>, %arg1: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>, %arg1: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.shift_left %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -12, -45, -40, -98, -79, 109]> : tensor<14xi8>
  %1 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi8>
  %2 = call @f0(%0, %1) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %2 : tensor<14xi8> as ["str"]
  %3 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 68, 138, 162, 91, 243, 95]> : tensor<14xui8>
  %4 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui8>
  %5 = call @f1(%3, %4) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %5 : tensor<14xui8> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -22936030, -1690733031, -1641223802, -1263142696,
      -778473180, 2002668270]> : tensor<14xi32>
  %7 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi32>
  %8 = call @f2(%6, %7) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %8 : tensor<14xi32> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 1182314592, 1520034666, 3063601925, 1455227002, 4236011946,
      2094417766]> : tensor<14xui32>
  %10 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui32>
  %11 = call @f3(%9, %10) : (tensor<14xui32>, tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %11 : tensor<14xui32> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 5362827844206553872,
      -6634537168717763370, 1474148560979208808, -1241221460779119065, -3907320090859092393, 5934507703963996000]> : tensor<14xi64>
  %13 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi64>
  %14 = call @f4(%12, %13) : (tensor<14xi64>, tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %14 : tensor<14xi64> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 13769051148316536672, 2471807146817069602, 5393960593916004294,
      15117196816796253660, 18307131948423326051, 11281381346485103882]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
