// shift_right_arithmetic.mlir -- counts outside the width too.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>, %arg1: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>, %arg1: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>, %arg1: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.shift_right_arithmetic %arg0, %arg1 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 106, 33, -89, 108, -115, 103]> : tensor<14xi8>
  %1 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi8>
  %2 = call @f0(%0, %1) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %2 : tensor<14xi8> as ["str"]
  %3 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 204, 32, 186, 189, 85, 114]> : tensor<14xui8>
  %4 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui8>
  %5 = call @f1(%3, %4) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %5 : tensor<14xui8> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -1334937642, 337318435, -1760760447, -1578768866,
      -159848220, 853505472]> : tensor<14xi32>
  %7 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi32>
  %8 = call @f2(%6, %7) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %8 : tensor<14xi32> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 1007261596, 732066586, 3438340730, 2574546458, 3510044983,
      376277301]> : tensor<14xui32>
  %10 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui32>
  %11 = call @f3(%9, %10) : (tensor<14xui32>, tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %11 : tensor<14xui32> as ["str"]
  %12 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, 6267509447668765687,
      2719858675663521157, -5772872927573668740, 5958417917608789743, 4207598512184315373, 4553884731571832046]> : tensor<14xi64>
  %13 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xi64>
  %14 = call @f4(%12, %13) : (tensor<14xi64>, tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %14 : tensor<14xi64> as ["str"]
  %15 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 12865381465485009334, 15311225514175264377, 5494241687621521147,
      12404525745999279338, 9542484169712316989, 6232118456977339280]> : tensor<14xui64>
  %16 = cjax.constant dense<[0, 1, 7, 8, 31, 32, 33, 63, 64, 65, 2, 3, 4, 100]> : tensor<14xui64>
  %17 = call @f5(%15, %16) : (tensor<14xui64>, tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %17 : tensor<14xui64> as ["str"]
  return
}
