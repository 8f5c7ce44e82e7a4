// transposed.mlir -- every place of the contracted dimension.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<f32>) -> tensor<7x20xf32> {
  %0 = cjax.iota dim 0 : tensor<33x7xf32>
  %1 = cjax.constant dense<3.700000e-01> : tensor<f32>
  %2 = cjax.broadcast_in_dim %1 dims [] : tensor<f32> -> tensor<33x7xf32>
  %3 = cjax.mul %0, %2 : tensor<33x7xf32>
  %4 = cjax.iota dim 1 : tensor<33x7xf32>
  %5 = cjax.constant dense<1.100000e-01> : tensor<f32>
  %6 = cjax.broadcast_in_dim %5 dims [] : tensor<f32> -> tensor<33x7xf32>
  %7 = cjax.mul %4, %6 : tensor<33x7xf32>
  %8 = cjax.constant dense<1.000000e+00> : tensor<f32>
  %9 = cjax.broadcast_in_dim %8 dims [] : tensor<f32> -> tensor<33x7xf32>
  %10 = cjax.mul %7, %9 : tensor<33x7xf32>
  %11 = cjax.add %3, %10 : tensor<33x7xf32>
  %12 = cjax.constant dense<1.000000e+00> : tensor<f64>
  %13 = cjax.convert_element_type %12 : tensor<f64> -> tensor<f32>
  %14 = cjax.broadcast_in_dim %13 dims [] : tensor<f32> -> tensor<33x7xf32>
  %15 = cjax.rem %11, %14 : tensor<33x7xf32>
  %16 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %17 = cjax.broadcast_in_dim %16 dims [] : tensor<f32> -> tensor<33x7xf32>
  %18 = cjax.ne %15, %17 : tensor<33x7xf32> -> tensor<33x7xi1>
  %19 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %20 = cjax.broadcast_in_dim %19 dims [] : tensor<f32> -> tensor<33x7xf32>
  %21 = cjax.lt %15, %20 : tensor<33x7xf32> -> tensor<33x7xi1>
  %22 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %23 = cjax.lt %13, %22 : tensor<f32> -> tensor<i1>
  %24 = cjax.broadcast_in_dim %23 dims [] : tensor<i1> -> tensor<33x7xi1>
  %25 = cjax.ne %21, %24 : tensor<33x7xi1> -> tensor<33x7xi1>
  %26 = cjax.and %25, %18 : tensor<33x7xi1>
  %27 = cjax.broadcast_in_dim %13 dims [] : tensor<f32> -> tensor<33x7xf32>
  %28 = cjax.add %15, %27 : tensor<33x7xf32>
  %29 = cjax.select_n %26, %15, %28 : tensor<33x7xi1>, tensor<33x7xf32>, tensor<33x7xf32> -> tensor<33x7xf32>
  %30 = cjax.constant dense<4.000000e-01> : tensor<f32>
  %31 = cjax.broadcast_in_dim %30 dims [] : tensor<f32> -> tensor<33x7xf32>
  %32 = cjax.sub %29, %31 : tensor<33x7xf32>
  %33 = cjax.broadcast_in_dim %arg0 dims [] : tensor<f32> -> tensor<33x7xf32>
  %34 = cjax.add %32, %33 : tensor<33x7xf32>
  %35 = cjax.iota dim 0 : tensor<33x20xf32>
  %36 = cjax.constant dense<3.700000e-01> : tensor<f32>
  %37 = cjax.broadcast_in_dim %36 dims [] : tensor<f32> -> tensor<33x20xf32>
  %38 = cjax.mul %35, %37 : tensor<33x20xf32>
  %39 = cjax.iota dim 1 : tensor<33x20xf32>
  %40 = cjax.constant dense<1.100000e-01> : tensor<f32>
  %41 = cjax.broadcast_in_dim %40 dims [] : tensor<f32> -> tensor<33x20xf32>
  %42 = cjax.mul %39, %41 : tensor<33x20xf32>
  %43 = cjax.constant dense<2.000000e+00> : tensor<f32>
  %44 = cjax.broadcast_in_dim %43 dims [] : tensor<f32> -> tensor<33x20xf32>
  %45 = cjax.mul %42, %44 : tensor<33x20xf32>
  %46 = cjax.add %38, %45 : tensor<33x20xf32>
  %47 = cjax.constant dense<1.000000e+00> : tensor<f64>
  %48 = cjax.convert_element_type %47 : tensor<f64> -> tensor<f32>
  %49 = cjax.broadcast_in_dim %48 dims [] : tensor<f32> -> tensor<33x20xf32>
  %50 = cjax.rem %46, %49 : tensor<33x20xf32>
  %51 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %52 = cjax.broadcast_in_dim %51 dims [] : tensor<f32> -> tensor<33x20xf32>
  %53 = cjax.ne %50, %52 : tensor<33x20xf32> -> tensor<33x20xi1>
  %54 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %55 = cjax.broadcast_in_dim %54 dims [] : tensor<f32> -> tensor<33x20xf32>
  %56 = cjax.lt %50, %55 : tensor<33x20xf32> -> tensor<33x20xi1>
  %57 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %58 = cjax.lt %48, %57 : tensor<f32> -> tensor<i1>
  %59 = cjax.broadcast_in_dim %58 dims [] : tensor<i1> -> tensor<33x20xi1>
  %60 = cjax.ne %56, %59 : tensor<33x20xi1> -> tensor<33x20xi1>
  %61 = cjax.and %60, %53 : tensor<33x20xi1>
  %62 = cjax.broadcast_in_dim %48 dims [] : tensor<f32> -> tensor<33x20xf32>
  %63 = cjax.add %50, %62 : tensor<33x20xf32>
  %64 = cjax.select_n %61, %50, %63 : tensor<33x20xi1>, tensor<33x20xf32>, tensor<33x20xf32> -> tensor<33x20xf32>
  %65 = cjax.constant dense<4.000000e-01> : tensor<f32>
  %66 = cjax.broadcast_in_dim %65 dims [] : tensor<f32> -> tensor<33x20xf32>
  %67 = cjax.sub %64, %66 : tensor<33x20xf32>
  %68 = cjax.dot_general %34, %67 contract [0], [0] batch [], [] : (tensor<33x7xf32>, tensor<33x20xf32>) -> tensor<7x20xf32>
  return %68 : tensor<7x20xf32>
}
func.func private @f1(%arg0: tensor<f32>) -> tensor<3x17xf32> {
  %0 = cjax.iota dim 0 : tensor<5x3xf32>
  %1 = cjax.constant dense<3.700000e-01> : tensor<f32>
  %2 = cjax.broadcast_in_dim %1 dims [] : tensor<f32> -> tensor<5x3xf32>
  %3 = cjax.mul %0, %2 : tensor<5x3xf32>
  %4 = cjax.iota dim 1 : tensor<5x3xf32>
  %5 = cjax.constant dense<1.100000e-01> : tensor<f32>
  %6 = cjax.broadcast_in_dim %5 dims [] : tensor<f32> -> tensor<5x3xf32>
  %7 = cjax.mul %4, %6 : tensor<5x3xf32>
  %8 = cjax.constant dense<1.000000e+00> : tensor<f32>
  %9 = cjax.broadcast_in_dim %8 dims [] : tensor<f32> -> tensor<5x3xf32>
  %10 = cjax.mul %7, %9 : tensor<5x3xf32>
  %11 = cjax.add %3, %10 : tensor<5x3xf32>
  %12 = cjax.constant dense<1.000000e+00> : tensor<f64>
  %13 = cjax.convert_element_type %12 : tensor<f64> -> tensor<f32>
  %14 = cjax.broadcast_in_dim %13 dims [] : tensor<f32> -> tensor<5x3xf32>
  %15 = cjax.rem %11, %14 : tensor<5x3xf32>
  %16 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %17 = cjax.broadcast_in_dim %16 dims [] : tensor<f32> -> tensor<5x3xf32>
  %18 = cjax.ne %15, %17 : tensor<5x3xf32> -> tensor<5x3xi1>
  %19 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %20 = cjax.broadcast_in_dim %19 dims [] : tensor<f32> -> tensor<5x3xf32>
  %21 = cjax.lt %15, %20 : tensor<5x3xf32> -> tensor<5x3xi1>
  %22 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %23 = cjax.lt %13, %22 : tensor<f32> -> tensor<i1>
  %24 = cjax.broadcast_in_dim %23 dims [] : tensor<i1> -> tensor<5x3xi1>
  %25 = cjax.ne %21, %24 : tensor<5x3xi1> -> tensor<5x3xi1>
  %26 = cjax.and %25, %18 : tensor<5x3xi1>
  %27 = cjax.broadcast_in_dim %13 dims [] : tensor<f32> -> tensor<5x3xf32>
  %28 = cjax.add %15, %27 : tensor<5x3xf32>
  %29 = cjax.select_n %26, %15, %28 : tensor<5x3xi1>, tensor<5x3xf32>, tensor<5x3xf32> -> tensor<5x3xf32>
  %30 = cjax.constant dense<4.000000e-01> : tensor<f32>
  %31 = cjax.broadcast_in_dim %30 dims [] : tensor<f32> -> tensor<5x3xf32>
  %32 = cjax.sub %29, %31 : tensor<5x3xf32>
  %33 = cjax.broadcast_in_dim %arg0 dims [] : tensor<f32> -> tensor<5x3xf32>
  %34 = cjax.add %32, %33 : tensor<5x3xf32>
  %35 = cjax.iota dim 0 : tensor<17x5xf32>
  %36 = cjax.constant dense<3.700000e-01> : tensor<f32>
  %37 = cjax.broadcast_in_dim %36 dims [] : tensor<f32> -> tensor<17x5xf32>
  %38 = cjax.mul %35, %37 : tensor<17x5xf32>
  %39 = cjax.iota dim 1 : tensor<17x5xf32>
  %40 = cjax.constant dense<1.100000e-01> : tensor<f32>
  %41 = cjax.broadcast_in_dim %40 dims [] : tensor<f32> -> tensor<17x5xf32>
  %42 = cjax.mul %39, %41 : tensor<17x5xf32>
  %43 = cjax.constant dense<2.000000e+00> : tensor<f32>
  %44 = cjax.broadcast_in_dim %43 dims [] : tensor<f32> -> tensor<17x5xf32>
  %45 = cjax.mul %42, %44 : tensor<17x5xf32>
  %46 = cjax.add %38, %45 : tensor<17x5xf32>
  %47 = cjax.constant dense<1.000000e+00> : tensor<f64>
  %48 = cjax.convert_element_type %47 : tensor<f64> -> tensor<f32>
  %49 = cjax.broadcast_in_dim %48 dims [] : tensor<f32> -> tensor<17x5xf32>
  %50 = cjax.rem %46, %49 : tensor<17x5xf32>
  %51 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %52 = cjax.broadcast_in_dim %51 dims [] : tensor<f32> -> tensor<17x5xf32>
  %53 = cjax.ne %50, %52 : tensor<17x5xf32> -> tensor<17x5xi1>
  %54 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %55 = cjax.broadcast_in_dim %54 dims [] : tensor<f32> -> tensor<17x5xf32>
  %56 = cjax.lt %50, %55 : tensor<17x5xf32> -> tensor<17x5xi1>
  %57 = cjax.constant dense<0.000000e+00> : tensor<f32>
  %58 = cjax.lt %48, %57 : tensor<f32> -> tensor<i1>
  %59 = cjax.broadcast_in_dim %58 dims [] : tensor<i1> -> tensor<17x5xi1>
  %60 = cjax.ne %56, %59 : tensor<17x5xi1> -> tensor<17x5xi1>
  %61 = cjax.and %60, %53 : tensor<17x5xi1>
  %62 = cjax.broadcast_in_dim %48 dims [] : tensor<f32> -> tensor<17x5xf32>
  %63 = cjax.add %50, %62 : tensor<17x5xf32>
  %64 = cjax.select_n %61, %50, %63 : tensor<17x5xi1>, tensor<17x5xf32>, tensor<17x5xf32> -> tensor<17x5xf32>
  %65 = cjax.constant dense<4.000000e-01> : tensor<f32>
  %66 = cjax.broadcast_in_dim %65 dims [] : tensor<f32> -> tensor<17x5xf32>
  %67 = cjax.sub %64, %66 : tensor<17x5xf32>
  %68 = cjax.dot_general %34, %67 contract [0], [1] batch [], [] : (tensor<5x3xf32>, tensor<17x5xf32>) -> tensor<3x17xf32>
  return %68 : tensor<3x17xf32>
}
func.func @main() {
  %0 = cjax.constant dense<2.500000e-01> : tensor<f32>
  %1 = call @f0(%0) : (tensor<f32>) -> tensor<7x20xf32>
  cjax.print ["", "\0A"] with %1 : tensor<7x20xf32> as ["str"]
  %2 = cjax.constant dense<2.500000e-01> : tensor<f32>
  %3 = call @f1(%2) : (tensor<f32>) -> tensor<3x17xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x17xf32> as ["str"]
  return
}
