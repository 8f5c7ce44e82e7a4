// select_n.mlir -- by a bool and by an i32.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<6xi1>, %arg1: tensor<6xf32>, %arg2: tensor<6xf32>) -> tensor<6xf32> {
  %0 = cjax.select_n %arg0, %arg1, %arg2 : tensor<6xi1>, tensor<6xf32>, tensor<6xf32> -> tensor<6xf32>
  return %0 : tensor<6xf32>
}
func.func private @f1(%arg0: tensor<6xi32>, %arg1: tensor<6xf32>, %arg2: tensor<6xf32>, %arg3: tensor<6xf32>) -> tensor<6xf32> {
  %0 = cjax.select_n %arg0, %arg1, %arg2, %arg3 : tensor<6xi32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32> -> tensor<6xf32>
  return %0 : tensor<6xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[true, false, false, true, false, true]> : tensor<6xi1>
  %1 = cjax.constant dense<[1.46750283, 1.58986914, 1.55454957, -0.0212063324, -1.20246208, -0.177312806]> : tensor<6xf32>
  %2 = cjax.constant dense<[-2.20276904, -1.70201242, 0.0919387788, -0.991398453, -0.164446861, -0.108999752]> : tensor<6xf32>
  %3 = call @f0(%0, %1, %2) : (tensor<6xi1>, tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
  cjax.print ["", "\0A"] with %3 : tensor<6xf32> as ["str"]
  %4 = cjax.constant dense<1> : tensor<6xi32>
  %5 = cjax.constant dense<[1.2088995, -0.779713153, -0.336897016, 0.910224318, -1.24166059, -0.278980732]> : tensor<6xf32>
  %6 = cjax.constant dense<[-1.32084584, 0.11747241, 1.63251579, -0.752096891, 0.22587949, -0.897321879]> : tensor<6xf32>
  %7 = cjax.constant dense<[-1.14954889, -1.2358495, 1.45475209, 2.36243558, 0.4830437, -7.162930e-01]> : tensor<6xf32>
  %8 = call @f1(%4, %5, %6, %7) : (tensor<6xi32>, tensor<6xf32>, tensor<6xf32>, tensor<6xf32>) -> tensor<6xf32>
  cjax.print ["", "\0A"] with %8 : tensor<6xf32> as ["str"]
  return
}
