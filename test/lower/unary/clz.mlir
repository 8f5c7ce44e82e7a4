// clz.mlir -- integers.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.clz %arg0 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.clz %arg0 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.clz %arg0 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.clz %arg0 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<14xi64>) -> tensor<14xi64> {
  %0 = cjax.clz %arg0 : tensor<14xi64>
  return %0 : tensor<14xi64>
}
func.func private @f5(%arg0: tensor<14xui64>) -> tensor<14xui64> {
  %0 = cjax.clz %arg0 : tensor<14xui64>
  return %0 : tensor<14xui64>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, 48, 121, -57, 117, 99, -98]> : tensor<14xi8>
  %1 = call @f0(%0) : (tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %1 : tensor<14xi8> as ["str"]
  %2 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 110, 203, 84, 235, 44, 48]> : tensor<14xui8>
  %3 = call @f1(%2) : (tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %3 : tensor<14xui8> as ["str"]
  %4 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, 671663159, 402706699, 519290667, 1299925136, 1149724630,
      -448642101]> : tensor<14xi32>
  %5 = call @f2(%4) : (tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %5 : tensor<14xi32> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 3222334636, 235279270, 1476773501, 934654541, 1103842679,
      3873526254]> : tensor<14xui32>
  %7 = call @f3(%6) : (tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %7 : tensor<14xui32> as ["str"]
  %8 = cjax.constant dense<[0, 1, 2, -9223372036854775808, 9223372036854775807, 7, -9223372036854775808, 5, -198354504382472430,
      -6609048361427644976, -1082229983399867137, 2579283816801830938, -6719881296334345569, -6677022443355864196]> : tensor<14xi64>
  %9 = call @f4(%8) : (tensor<14xi64>) -> tensor<14xi64>
  cjax.print ["", "\0A"] with %9 : tensor<14xi64> as ["str"]
  %10 = cjax.constant dense<[0, 1, 2, 0, 18446744073709551615, 7, 0, 5, 3204594436755649342, 5226541922688135531, 17740404867013864300,
      475765373838640477, 3389388491261657418, 3044595252909942273]> : tensor<14xui64>
  %11 = call @f5(%10) : (tensor<14xui64>) -> tensor<14xui64>
  cjax.print ["", "\0A"] with %11 : tensor<14xui64> as ["str"]
  return
}
