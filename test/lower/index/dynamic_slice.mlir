// dynamic_slice.mlir -- starts that must be clamped.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<2x3x4xf32>, %arg1: tensor<i32>) -> tensor<1x2x2xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg1, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg1, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg1, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg1, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg1, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg1, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg1, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg1, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg1, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_slice %arg0[%4, %9, %14] sizes [1, 2, 2] : (tensor<2x3x4xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<1x2x2xf32>
  return %15 : tensor<1x2x2xf32>
}
func.func private @f1(%arg0: tensor<2x3x4xf32>, %arg1: tensor<i32>) -> tensor<1x2x2xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg1, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg1, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg1, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg1, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg1, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg1, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg1, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg1, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg1, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_slice %arg0[%4, %9, %14] sizes [1, 2, 2] : (tensor<2x3x4xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<1x2x2xf32>
  return %15 : tensor<1x2x2xf32>
}
func.func private @f2(%arg0: tensor<2x3x4xf32>, %arg1: tensor<i32>) -> tensor<1x2x2xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg1, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg1, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg1, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg1, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg1, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg1, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg1, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg1, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg1, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_slice %arg0[%4, %9, %14] sizes [1, 2, 2] : (tensor<2x3x4xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<1x2x2xf32>
  return %15 : tensor<1x2x2xf32>
}
func.func private @f3(%arg0: tensor<2x3x4xf32>, %arg1: tensor<i32>) -> tensor<1x2x2xf32> {
  %0 = cjax.constant dense<0> : tensor<i32>
  %1 = cjax.lt %arg1, %0 : tensor<i32> -> tensor<i1>
  %2 = cjax.constant dense<2> : tensor<i32>
  %3 = cjax.add %arg1, %2 : tensor<i32>
  %4 = cjax.select_n %1, %arg1, %3 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %5 = cjax.constant dense<0> : tensor<i32>
  %6 = cjax.lt %arg1, %5 : tensor<i32> -> tensor<i1>
  %7 = cjax.constant dense<3> : tensor<i32>
  %8 = cjax.add %arg1, %7 : tensor<i32>
  %9 = cjax.select_n %6, %arg1, %8 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %10 = cjax.constant dense<0> : tensor<i32>
  %11 = cjax.lt %arg1, %10 : tensor<i32> -> tensor<i1>
  %12 = cjax.constant dense<4> : tensor<i32>
  %13 = cjax.add %arg1, %12 : tensor<i32>
  %14 = cjax.select_n %11, %arg1, %13 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32>
  %15 = cjax.dynamic_slice %arg0[%4, %9, %14] sizes [1, 2, 2] : (tensor<2x3x4xf32>, tensor<i32>, tensor<i32>,
      tensor<i32>) -> tensor<1x2x2xf32>
  return %15 : tensor<1x2x2xf32>
}
func.func private @f4(%arg0: tensor<9xf32>, %arg1: tensor<ui8>) -> tensor<2xf32> {
  %0 = cjax.dynamic_slice %arg0[%arg1] sizes [2] : (tensor<9xf32>, tensor<ui8>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %1 = cjax.constant dense<-10> : tensor<i32>
  %2 = call @f0(%0, %1) : (tensor<2x3x4xf32>, tensor<i32>) -> tensor<1x2x2xf32>
  cjax.print ["", "\0A"] with %2 : tensor<1x2x2xf32> as ["str"]
  %3 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %4 = cjax.constant dense<0> : tensor<i32>
  %5 = call @f1(%3, %4) : (tensor<2x3x4xf32>, tensor<i32>) -> tensor<1x2x2xf32>
  cjax.print ["", "\0A"] with %5 : tensor<1x2x2xf32> as ["str"]
  %6 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %7 = cjax.constant dense<1> : tensor<i32>
  %8 = call @f2(%6, %7) : (tensor<2x3x4xf32>, tensor<i32>) -> tensor<1x2x2xf32>
  cjax.print ["", "\0A"] with %8 : tensor<1x2x2xf32> as ["str"]
  %9 = cjax.constant dense<[[[-0.172043964, -0.856694102, -0.906672775, -1.00341547], [-0.395335168, -0.427143455, 0.743730723,
      -3.989990e-01], [-0.197449714, -1.218274, 1.6445756, 0.506986439]], [[1.7888732, 0.796885788, 1.48963594, -0.248487532],
      [0.717160821, 2.70550632, -1.22353446, 1.17626894], [1.69794416, 0.421127588, 0.765212416, 1.27963448]]]> : tensor<2x3x4xf32>
  %10 = cjax.constant dense<100> : tensor<i32>
  %11 = call @f3(%9, %10) : (tensor<2x3x4xf32>, tensor<i32>) -> tensor<1x2x2xf32>
  cjax.print ["", "\0A"] with %11 : tensor<1x2x2xf32> as ["str"]
  %12 = cjax.constant dense<[-2.65516186, -0.00614315318, -1.09678376, -0.456781507, 1.58155179, -1.14858103, -1.08995044, 1.48088288,
      0.119196922]> : tensor<9xf32>
  %13 = cjax.constant dense<250> : tensor<ui8>
  %14 = call @f4(%12, %13) : (tensor<9xf32>, tensor<ui8>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %14 : tensor<2xf32> as ["str"]
  return
}
