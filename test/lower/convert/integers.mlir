// integers.mlir -- integers and bools to every kind.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>) -> tensor<14xi32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi8> -> tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f1(%arg0: tensor<14xi8>) -> tensor<14xui8> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi8> -> tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi8>) -> tensor<14xf32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi8> -> tensor<14xf32>
  return %0 : tensor<14xf32>
}
func.func private @f3(%arg0: tensor<14xi8>) -> tensor<14xf64> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi8> -> tensor<14xf64>
  return %0 : tensor<14xf64>
}
func.func private @f4(%arg0: tensor<14xi8>) -> tensor<14xi1> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi8> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f5(%arg0: tensor<14xui32>) -> tensor<14xi32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xui32> -> tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f6(%arg0: tensor<14xui32>) -> tensor<14xui8> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xui32> -> tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f7(%arg0: tensor<14xui32>) -> tensor<14xf32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xui32> -> tensor<14xf32>
  return %0 : tensor<14xf32>
}
func.func private @f8(%arg0: tensor<14xui32>) -> tensor<14xf64> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xui32> -> tensor<14xf64>
  return %0 : tensor<14xf64>
}
func.func private @f9(%arg0: tensor<14xui32>) -> tensor<14xi1> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xui32> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f10(%arg0: tensor<14xi64>) -> tensor<14xi32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi64> -> tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f11(%arg0: tensor<14xi64>) -> tensor<14xui8> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi64> -> tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f12(%arg0: tensor<14xi64>) -> tensor<14xf32> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi64> -> tensor<14xf32>
  return %0 : tensor<14xf32>
}
func.func private @f13(%arg0: tensor<14xi64>) -> tensor<14xf64> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi64> -> tensor<14xf64>
  return %0 : tensor<14xf64>
}
func.func private @f14(%arg0: tensor<14xi64>) -> tensor<14xi1> {
  %0 = cjax.convert_element_type %arg0 : tensor<14xi64> -> tensor<14xi1>
  return %0 : tensor<14xi1>
}
func.func private @f15(%arg0: tensor<5xi1>) -> tensor<5xf32> {
  %0 = cjax.convert_element_type %arg0 : tensor<5xi1> -> tensor<5xf32>
  return %0 : tensor<5xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -128, -53, -59, 12, -112, -78]> : tensor<14xi8>
  %1 = call @f0(%0) : (tensor<14xi8>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %1 : tensor<14xi32> as ["str"]
  %2 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 31, 79, -67, 33, 44, 121]> : tensor<14xi8>
  %3 = call @f1(%2) : (tensor<14xi8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %3 : tensor<14xui8> as ["str"]
  %4 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -87, -89, 25, -123, -42, -97]> : tensor<14xi8>
  %5 = call @f2(%4) : (tensor<14xi8>) -> tensor<14xf32>
  cjax.print ["", "\0A"] with %5 : tensor<14xf32> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 56, -6, -26, -13, 13, 14]> : tensor<14xi8>
  %7 = call @f3(%6) : (tensor<14xi8>) -> tensor<14xf64>
  cjax.print ["", "\0A"] with %7 : tensor<14xf64> as ["str"]
  %8 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 45, -63, -111, 103, -5, 21]> : tensor<14xi8>
  %9 = call @f4(%8) : (tensor<14xi8>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %9 : tensor<14xi1> as ["str"]
  %10 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 3925375034, 684491187, 2900602918, 168373793, 4231080512,
      4053535021]> : tensor<14xui32>
  %11 = call @f5(%10) : (tensor<14xui32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %11 : tensor<14xi32> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 3796724511, 1451071926, 2994603291, 814265690, 3609531336,
      437191798]> : tensor<14xui32>
  %13 = call @f6(%12) : (tensor<14xui32>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %13 : tensor<14xui8> as ["str"]
  %14 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 3156038592, 2800923117, 1265160131, 1980620030, 2039829889,
      50147761]> : tensor<14xui32>
  %15 = call @f7(%14) : (tensor<14xui32>) -> tensor<14xf32>
  cjax.print ["", "\0A"] with %15 : tensor<14xf32> as ["str"]
  %16 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 225559392, 3071680438, 2948948144, 1102429147, 1918143659,
      3352471040]> : tensor<14xui32>
  %17 = call @f8(%16) : (tensor<14xui32>) -> tensor<14xf64>
  cjax.print ["", "\0A"] with %17 : tensor<14xf64> as ["str"]
  %18 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 2916993923, 2098545813, 3711601652, 2300302928, 23321456,
      1963650054]> : tensor<14xui32>
  %19 = call @f9(%18) : (tensor<14xui32>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %19 : tensor<14xi1> as ["str"]
  %20 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 3246293277299890856,
      9039737893066504875, 5494780143757377746, -7948667746204898545, -95882222432924546, -4901528199517126245]> : tensor<14xi64>
  %21 = call @f10(%20) : (tensor<14xi64>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %21 : tensor<14xi32> as ["str"]
  %22 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, -7334444908082154328,
      -5623018812973233847, -4646470539257525261, 8480484250048059903, 4516956406680974991, 6511133160527912789]> : tensor<14xi64>
  %23 = call @f11(%22) : (tensor<14xi64>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %23 : tensor<14xui8> as ["str"]
  %24 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 3667625011273826817,
      -3400581166364834556, -2008749087983301092, -1094233299733909005, -3810960571890344520, -1449129403905439658]> : tensor<14xi64>
  %25 = call @f12(%24) : (tensor<14xi64>) -> tensor<14xf32>
  cjax.print ["", "\0A"] with %25 : tensor<14xf32> as ["str"]
  %26 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 5002513628463765086,
      -7826890300461268806, -4121467101363353085, -386901574629612813, 3250772289493657501, 2691904148423460481]> : tensor<14xi64>
  %27 = call @f13(%26) : (tensor<14xi64>) -> tensor<14xf64>
  cjax.print ["", "\0A"] with %27 : tensor<14xf64> as ["str"]
  %28 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 4150251196086206431,
      -7281628953737298056, -5889069709052665097, -3523692503673066564, -4027151029200995642, 4714821621672362856]> : tensor<14xi64>
  %29 = call @f14(%28) : (tensor<14xi64>) -> tensor<14xi1>
  cjax.print ["", "\0A"] with %29 : tensor<14xi1> as ["str"]
  %30 = cjax.constant dense<[true, true, false, true, true]> : tensor<5xi1>
  %31 = call @f15(%30) : (tensor<5xi1>) -> tensor<5xf32>
  cjax.print ["", "\0A"] with %31 : tensor<5xf32> as ["str"]
  return
}
