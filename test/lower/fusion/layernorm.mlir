// layernorm.mlir -- two reductions, one after the other, and a broadcast row.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x7xf32>, %arg1: tensor<7xf32>) -> tensor<3x7xf32> {
  %0 = cjax.fusion %arg0, %arg1 : (tensor<3x7xf32>, tensor<7xf32>) -> tensor<3x7xf32> {
  ^bb0(%arg2: tensor<3x7xf32>, %arg3: tensor<7xf32>):
    %1 = cjax.reduce_sum %arg2 over [1] : tensor<3x7xf32> -> tensor<3xf32>
    %2 = cjax.broadcast_in_dim %1 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %3 = cjax.constant dense<7.000000e+00> : tensor<f32>
    %4 = cjax.broadcast_in_dim %3 dims [] : tensor<f32> -> tensor<3x1xf32>
    %5 = cjax.div %2, %4 : tensor<3x1xf32>
    %6 = cjax.broadcast_in_dim %5 dims [0, 1] : tensor<3x1xf32> -> tensor<3x7xf32>
    %7 = cjax.sub %arg2, %6 : tensor<3x7xf32>
    %8 = cjax.integer_pow %7 {y = 2 : i64} : tensor<3x7xf32>
    %9 = cjax.reduce_sum %8 over [1] : tensor<3x7xf32> -> tensor<3xf32>
    %10 = cjax.broadcast_in_dim %9 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %11 = cjax.constant dense<7.000000e+00> : tensor<f32>
    %12 = cjax.broadcast_in_dim %11 dims [] : tensor<f32> -> tensor<3x1xf32>
    %13 = cjax.div %10, %12 : tensor<3x1xf32>
    %14 = cjax.broadcast_in_dim %5 dims [0, 1] : tensor<3x1xf32> -> tensor<3x7xf32>
    %15 = cjax.sub %arg2, %14 : tensor<3x7xf32>
    %16 = cjax.constant dense<9.99999974E-6> : tensor<f32>
    %17 = cjax.broadcast_in_dim %16 dims [] : tensor<f32> -> tensor<3x1xf32>
    %18 = cjax.add %13, %17 : tensor<3x1xf32>
    %19 = cjax.rsqrt %18 : tensor<3x1xf32>
    %20 = cjax.broadcast_in_dim %19 dims [0, 1] : tensor<3x1xf32> -> tensor<3x7xf32>
    %21 = cjax.mul %15, %20 : tensor<3x7xf32>
    %22 = cjax.broadcast_in_dim %arg3 dims [1] : tensor<7xf32> -> tensor<1x7xf32>
    %23 = cjax.broadcast_in_dim %22 dims [0, 1] : tensor<1x7xf32> -> tensor<3x7xf32>
    %24 = cjax.mul %21, %23 : tensor<3x7xf32>
    cjax.yield %24 : tensor<3x7xf32>
  }
  return %0 : tensor<3x7xf32>
}
func.func private @f1(%arg0: tensor<3x1xf32>, %arg1: tensor<f32>) -> tensor<3x70xf32> {
  %0 = cjax.fusion %arg0, %arg1 : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x70xf32> {
  ^bb0(%arg2: tensor<3x1xf32>, %arg3: tensor<f32>):
    %1 = cjax.iota dim 1 : tensor<3x70xf32>
    %2 = cjax.constant dense<0.00999999977> : tensor<f32>
    %3 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<3x70xf32>
    %4 = cjax.mul %1, %3 : tensor<3x70xf32>
    %5 = cjax.broadcast_in_dim %arg2 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %6 = cjax.add %5, %4 : tensor<3x70xf32>
    %7 = cjax.iota dim 0 : tensor<70xf32>
    %8 = cjax.broadcast_in_dim %arg3 dims [] : tensor<f32> -> tensor<70xf32>
    %9 = cjax.add %8, %7 : tensor<70xf32>
    %10 = cjax.reduce_sum %6 over [1] : tensor<3x70xf32> -> tensor<3xf32>
    %11 = cjax.broadcast_in_dim %10 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %12 = cjax.constant dense<7.000000e+01> : tensor<f32>
    %13 = cjax.broadcast_in_dim %12 dims [] : tensor<f32> -> tensor<3x1xf32>
    %14 = cjax.div %11, %13 : tensor<3x1xf32>
    %15 = cjax.broadcast_in_dim %14 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %16 = cjax.sub %6, %15 : tensor<3x70xf32>
    %17 = cjax.integer_pow %16 {y = 2 : i64} : tensor<3x70xf32>
    %18 = cjax.reduce_sum %17 over [1] : tensor<3x70xf32> -> tensor<3xf32>
    %19 = cjax.broadcast_in_dim %18 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %20 = cjax.constant dense<7.000000e+01> : tensor<f32>
    %21 = cjax.broadcast_in_dim %20 dims [] : tensor<f32> -> tensor<3x1xf32>
    %22 = cjax.div %19, %21 : tensor<3x1xf32>
    %23 = cjax.broadcast_in_dim %14 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %24 = cjax.sub %6, %23 : tensor<3x70xf32>
    %25 = cjax.constant dense<9.99999974E-6> : tensor<f32>
    %26 = cjax.broadcast_in_dim %25 dims [] : tensor<f32> -> tensor<3x1xf32>
    %27 = cjax.add %22, %26 : tensor<3x1xf32>
    %28 = cjax.rsqrt %27 : tensor<3x1xf32>
    %29 = cjax.broadcast_in_dim %28 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %30 = cjax.mul %24, %29 : tensor<3x70xf32>
    %31 = cjax.broadcast_in_dim %9 dims [1] : tensor<70xf32> -> tensor<1x70xf32>
    %32 = cjax.broadcast_in_dim %31 dims [0, 1] : tensor<1x70xf32> -> tensor<3x70xf32>
    %33 = cjax.mul %30, %32 : tensor<3x70xf32>
    cjax.yield %33 : tensor<3x70xf32>
  }
  return %0 : tensor<3x70xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.892780423, 1.30107641, 0.496433318, -0.01986227, -1.03145778, -0.94606775, -0.467170477], [0.267486602,
      0.220735535, 0.00424375571, -0.152722657, 0.630496264, 0.208332434, 0.297846794], [0.308437109, -0.546292961, -1.03083754,
      0.491127789, 0.416727364, -0.220026061, -0.415740937]]> : tensor<3x7xf32>
  %1 = cjax.constant dense<[2.27842402, -0.759209036, -0.217544094, 0.265509367, -1.15423059, 0.117235966, 1.79774916]> : tensor<7xf32>
  %2 = call @f0(%0, %1) : (tensor<3x7xf32>, tensor<7xf32>) -> tensor<3x7xf32>
  cjax.print ["", "\0A"] with %2 : tensor<3x7xf32> as ["str"]
  %3 = cjax.constant dense<[[0.93386817], [0.63220036], [0.592427909]]> : tensor<3x1xf32>
  %4 = cjax.constant dense<5.000000e-01> : tensor<f32>
  %5 = call @f1(%3, %4) : (tensor<3x1xf32>, tensor<f32>) -> tensor<3x70xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x70xf32> as ["str"]
  return
}
