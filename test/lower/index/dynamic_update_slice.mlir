// dynamic_update_slice.mlir -- starts that must be clamped.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1x2x2xf32>, %arg2: tensor<i32>) -> tensor<2x3x4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg2, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg2, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg2, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg2, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg2, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg2, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg2, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg2, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg2, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_update_slice %arg0, %arg1[%4, %9, %14] : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<2x3x4xf32>
  return %15 : tensor<2x3x4xf32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1x2x2xf32>, %arg2: tensor<i32>) -> tensor<2x3x4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg2, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg2, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg2, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg2, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg2, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg2, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg2, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg2, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg2, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_update_slice %arg0, %arg1[%4, %9, %14] : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<2x3x4xf32>
  return %15 : tensor<2x3x4xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1x2x2xf32>, %arg2: tensor<i32>) -> tensor<2x3x4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg2, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg2, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg2, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg2, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg2, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg2, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg2, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg2, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg2, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_update_slice %arg0, %arg1[%4, %9, %14] : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<2x3x4xf32>
  return %15 : tensor<2x3x4xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1x2x2xf32>, %arg2: tensor<i32>) -> tensor<2x3x4xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg2, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg2, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg2, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg2, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg2, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg2, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg2, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg2, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg2, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_update_slice %arg0, %arg1[%4, %9, %14] : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<2x3x4xf32>
  return %15 : tensor<2x3x4xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1 = cjax.constant dense<[[[1.58473086, 0.332607388], [-0.907064676, -0.0681673735]]]> : tensor<1x2x2xf32>
  %2 = cjax.constant dense<-10> : tensor<i32>
  %3 = call @f0(%0, %1, %2) : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %3 : tensor<2x3x4xf32> as ["str"]
  %4 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %5 = cjax.constant dense<[[[1.26412845, 0.967505216], [9.11532086E-4, 0.0501436703]]]> : tensor<1x2x2xf32>
  %6 = cjax.constant dense<0> : tensor<i32>
  %7 = call @f1(%4, %5, %6) : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %7 : tensor<2x3x4xf32> as ["str"]
  %8 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %9 = cjax.constant dense<[[[-0.115700439, -0.594667196], [1.98587978, 7.393170e-03]]]> : tensor<1x2x2xf32>
  %10 = cjax.constant dense<1> : tensor<i32>
  %11 = call @f2(%8, %9, %10) : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %11 : tensor<2x3x4xf32> as ["str"]
  %12 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %13 = cjax.constant dense<[[[-1.16290915, -0.49041754], [0.746819854, 0.659559428]]]> : tensor<1x2x2xf32>
  %14 = cjax.constant dense<100> : tensor<i32>
  %15 = call @f3(%12, %13, %14) : (tensor<2x3x4xf32>, tensor<1x2x2xf32>, tensor<i32>) -> tensor<2x3x4xf32>
  cjax.print ["", "\0A"] with %15 : tensor<2x3x4xf32> as ["str"]
  return
}
