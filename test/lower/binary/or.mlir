// or.mlir -- integers and bools.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<14xi8>, %arg1: tensor<14xi8>) -> tensor<14xi8> {
  %0 = cjax.or %arg0, %arg1 : tensor<14xi8>
  return %0 : tensor<14xi8>
}
func.func private @f1(%arg0: tensor<14xui8>, %arg1: tensor<14xui8>) -> tensor<14xui8> {
  %0 = cjax.or %arg0, %arg1 : tensor<14xui8>
  return %0 : tensor<14xui8>
}
func.func private @f2(%arg0: tensor<14xi32>, %arg1: tensor<14xi32>) -> tensor<14xi32> {
  %0 = cjax.or %arg0, %arg1 : tensor<14xi32>
  return %0 : tensor<14xi32>
}
func.func private @f3(%arg0: tensor<14xui32>, %arg1: tensor<14xui32>) -> tensor<14xui32> {
  %0 = cjax.or %arg0, %arg1 : tensor<14xui32>
  return %0 : tensor<14xui32>
}
func.func private @f4(%arg0: tensor<6xi1>, %arg1: tensor<6xi1>) -> tensor<6xi1> {
  %0 = cjax.or %arg0, %arg1 : tensor<6xi1>
  return %0 : tensor<6xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[0, 1, 2, -128, 127, 7, -128, 5, -45, -82, -8, -108, -22, 63]> : tensor<14xi8>
  %1 = cjax.constant dense<[0, 0, 3, 127, 127, -128, -1, 2, -93, -70, 25, 40, 28, -107]> : tensor<14xi8>
  %2 = call @f0(%0, %1) : (tensor<14xi8>, tensor<14xi8>) -> tensor<14xi8>
  cjax.print ["", "\0A"] with %2 : tensor<14xi8> as ["str"]
  %3 = cjax.constant dense<[0, 1, 2, 0, 255, 7, 0, 5, 135, 190, 128, 146, 139, 233]> : tensor<14xui8>
  %4 = cjax.constant dense<[0, 0, 3, 255, 255, 0, 0, 2, 64, 25, 0, 157, 1, 159]> : tensor<14xui8>
  %5 = call @f1(%3, %4) : (tensor<14xui8>, tensor<14xui8>) -> tensor<14xui8>
  cjax.print ["", "\0A"] with %5 : tensor<14xui8> as ["str"]
  %6 = cjax.constant dense<[0, 1, 2, -2147483648, 2147483647, 7, -2147483648, 5, -227700843, -89474645, -1180436033, 1348170100,
      970135145, -1676741698]> : tensor<14xi32>
  %7 = cjax.constant dense<[0, 0, 3, 2147483647, 2147483647, -2147483648, -1, 2, -154059158, -1656010096, 1053898772, -493690582,
      -583342063, -1089620322]> : tensor<14xi32>
  %8 = call @f2(%6, %7) : (tensor<14xi32>, tensor<14xi32>) -> tensor<14xi32>
  cjax.print ["", "\0A"] with %8 : tensor<14xi32> as ["str"]
  %9 = cjax.constant dense<[0, 1, 2, 0, 4294967295, 7, 0, 5, 377052000, 576818842, 2329837631, 3116205725, 2674739670,
      970587886]> : tensor<14xui32>
  %10 = cjax.constant dense<[0, 0, 3, 4294967295, 4294967295, 0, 0, 2, 3959002539, 2796696883, 3812877593, 20288261, 245453744,
      256925703]> : tensor<14xui32>
  %11 = call @f3(%9, %10) : (tensor<14xui32>, tensor<14xui32>) -> tensor<14xui32>
  cjax.print ["", "\0A"] with %11 : tensor<14xui32> as ["str"]
  %12 = cjax.constant dense<[true, false, false, true, true, false]> : tensor<6xi1>
  %13 = cjax.constant dense<false> : tensor<6xi1>
  %14 = call @f4(%12, %13) : (tensor<6xi1>, tensor<6xi1>) -> tensor<6xi1>
  cjax.print ["", "\0A"] with %14 : tensor<6xi1> as ["str"]
  return
}
