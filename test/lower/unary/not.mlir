// not.mlir -- integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.not %arg0 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.not %arg0 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.not %arg0 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.not %arg0 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.not %arg0 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.not %arg0 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 39, 56, 85, 92, 67, -103]> : tensor<14xi8>
  %1 = call @f0(%0) : (tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %1 : tensor<14xi8> as ["str"]
  %2 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 63, 4, 148, 106, 94, 121]> : tensor<14xui8>
  %3 = call @f1(%2) : (tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %3 : tensor<14xui8> as ["str"]
  %4 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 1408959370, -146829951, 1406942155, -1463754337,
      -113077844, 1332088292]> : tensor<14xi32>
  %5 = call @f2(%4) : (tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %5 : tensor<14xi32> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 3298151346, 2907069638, 1967382206, 3538843636, 1603553269,
      2834501232]> : tensor<14xui32>
  %7 = call @f3(%6) : (tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %7 : tensor<14xui32> as ["str"]
  %8 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, -5509290433459277921,
      -3383842603808926537, 3809783388460047760, 4990102185730442652, -8177291578165918212, 4294884219222709572]> : tensor<14xi64>
  %9 = call @f4(%8) : (tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %9 : tensor<14xi64> as ["str"]
  %10 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 15078920822013780201, 8212371908971039860, 1152071346946838813,
      12597526047747880878, 4540918029463985591, 11867847994573564910]> : tensor<14xui64>
  %11 = call @f5(%10) : (tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %11 : tensor<14xui64> as ["str"]
  return
}
