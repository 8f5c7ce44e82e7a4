// shift_right_logical.mlir -- counts outside the width too.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>, %arg1: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>, %arg1: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.shift_right_logical %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 87, 103, 97, -37, 49, 108]> : tensor<14xi8>
  %1 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi8>
  %2 = call @f0(%0, %1) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %2 : tensor<14xi8> as ["str"]
  %3 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 181, 165, 38, 222, 128, 60]> : tensor<14xui8>
  %4 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui8>
  %5 = call @f1(%3, %4) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %5 : tensor<14xui8> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 2079715610, 1244152224, 1033134898, 1906623047,
      621620067, -1235848183]> : tensor<14xi32>
  %7 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi32>
  %8 = call @f2(%6, %7) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %8 : tensor<14xi32> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 950214650, 2815750341, 1590961635, 3255713660, 2678146881,
      165047184]> : tensor<14xui32>
  %10 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui32>
  %11 = call @f3(%9, %10) : (tensor<14xui32>, tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %11 : tensor<14xui32> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, -3655275223532337968,
      -1933051563373545118, -8813173918974567511, 3628972221695353591, -1040945482001054450, 5492183601220433912]> : tensor<14xi64>
  %13 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi64>
  %14 = call @f4(%12, %13) : (tensor<14xi64>, tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %14 : tensor<14xi64> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 4310173641075386236, 12168323352113973327, 12416367386447577116,
      8565268462640076723, 3479161985093527989, 7432176607201938143]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
