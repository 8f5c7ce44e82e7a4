// and.mlir -- integers and bools.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.and %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.and %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.and %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>, %arg1: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.and %arg0, %arg1 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<6xi1>, %arg1: tensor<6xi1>) -> tensor<6xi1> {
  %0 = cjax.and %arg0, %arg1 : tensor<6xi1>
  return %0 : tensor<6xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 113, -27, -48, 69, -15, 23]> : tensor<14xi8>
  %1 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, 64, -115, 12, -16, 96, -88]> : tensor<14xi8>
  %2 = call @f0(%0, %1) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %2 : tensor<14xi8> as ["str"]
  %3 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 46, 199, 118, 165, 101, 242]> : tensor<14xui8>
  %4 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 63, 138, 178, 244, 142, 21]> : tensor<14xui8>
  %5 = call @f1(%3, %4) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %5 : tensor<14xui8> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -1552099446, -2114769861, 1998814769, 1318195126,
      711820029, -1061064665]> : tensor<14xi32>
  %7 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, 1270754170, -1678877369, 580343757, -530281738,
      1590499385, 781044552]> : tensor<14xi32>
  %8 = call @f2(%6, %7) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %8 : tensor<14xi32> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 1401184702, 3394820805, 3041041502, 1081179910, 1134356832,
      1660713896]> : tensor<14xui32>
  %10 = cjax.constant dense<[0, 0, 3, 4294967295, 4294967295, 0, 0, 2, 2184666189, 1188657288, 2926979247, 2252160629, 863822255,
      3017472746]> : tensor<14xui32>
  %11 = call @f3(%9, %10) : (tensor<14xui32>, tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %11 : tensor<14xui32> as ["str"]
  %12 = cjax.constant dense<[false, true, true, false, true, false]> : tensor<6xi1>
  %13 = cjax.constant dense<[true, false, false, false, true, true]> : tensor<6xi1>
  %14 = call @f4(%12, %13) : (tensor<6xi1>, tensor<6xi1>) -> tensor<6xi1>
  cjax.print ["", "\0A"] with %14 : tensor<6xi1> as ["str"]
  return
}
