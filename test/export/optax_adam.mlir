module {
  func.func public @optax_adam() -> (tensor<3xf32> {cjax.name = "result0_b"}, tensor<6x3xf32> {cjax.name = "result0_w"}, tensor<10xf32> {cjax.name = "result1"}) {
    %0 = cjax.constant dense<[[0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294], [-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225], [-0.536572933, 0.420167059, 0.990607381, 0.650287867, -0.287903339, -0.961397469], [-0.750987232, 0.149877205, 0.912945271, 0.836655617, -0.00885130931, -0.846220374]]> : tensor<4x6xf32>
    %1 = cjax.constant dense<[[1.0, 0.540302277, -0.416146815], [-0.989992499, -0.653643608, 0.28366217], [0.960170269, 0.753902256, -0.145500034], [-0.91113025, -0.839071512, 0.00442569796]]> : tensor<4x3xf32>
    %2 = cjax.constant dense<0.0> : tensor<f32>
    %3 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<6x3xf32> loc("test/export/record.py":38:43)
    %4 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<3xf32> loc("test/export/record.py":38:67)
    %5 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":335:33)
    %6 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":335:33)
    %7 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":335:33)
    %8 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":335:33)
    %9 = cjax.constant dense<0> : tensor<i32>
    %10:8 = cjax.scan %4, %3, %9, %5, %6, %7, %8 carry 7 length 10 : (tensor<3xf32>, tensor<6x3xf32>, tensor<i32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<6x3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<i32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<6x3xf32>, tensor<10xf32>) do {
    ^bb0(%11: tensor<3xf32>, %12: tensor<6x3xf32>, %13: tensor<i32>, %14: tensor<3xf32>, %15: tensor<6x3xf32>, %16: tensor<3xf32>, %17: tensor<6x3xf32>):
      %18 = cjax.dot_general %0, %12 contract [1], [0] batch [], [] : (tensor<4x6xf32>, tensor<6x3xf32>) -> tensor<4x3xf32> loc("test/export/record.py":42:71)
      %19 = cjax.broadcast_in_dim %11 dims [1] : tensor<3xf32> -> tensor<1x3xf32> loc("test/export/record.py":42:71)
      %20 = cjax.broadcast_in_dim %19 dims [0, 1] {implicit} : tensor<1x3xf32> -> tensor<4x3xf32> loc("test/export/record.py":42:71)
      %21 = cjax.add %18, %20 : tensor<4x3xf32> loc("test/export/record.py":42:71)
      %22 = cjax.tanh %21 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %23 = cjax.constant dense<1.0> : tensor<f32>
      %24 = cjax.broadcast_in_dim %23 dims [] {implicit} : tensor<f32> -> tensor<4x3xf32> loc("test/export/record.py":42:62)
      %25 = cjax.sub %24, %22 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %26 = cjax.sub %22, %1 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %27 = cjax.integer_pow %26 {y = 2 : i64} : tensor<4x3xf32> loc("test/export/record.py":42:61)
      %28 = cjax.constant dense<2.0> : tensor<f32>
      %29 = cjax.broadcast_in_dim %28 dims [] {implicit} : tensor<f32> -> tensor<4x3xf32> loc("test/export/record.py":42:61)
      %30 = cjax.mul %29, %26 : tensor<4x3xf32> loc("test/export/record.py":42:61)
      %31 = cjax.reduce_sum %27 over [0, 1] : tensor<4x3xf32> -> tensor<f32> loc("test/export/record.py":42:52)
      %32 = cjax.constant dense<12.0> : tensor<f32>
      %33 = cjax.div %31, %32 : tensor<f32> loc("test/export/record.py":42:52)
      %34 = cjax.div %23, %32 : tensor<f32> loc("test/export/record.py":42:52)
      %35 = cjax.broadcast_in_dim %34 dims [] : tensor<f32> -> tensor<4x3xf32> loc("test/export/record.py":42:52)
      %36 = cjax.mul %35, %30 : tensor<4x3xf32> loc("test/export/record.py":42:61)
      %37 = cjax.mul %36, %25 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %38 = cjax.mul %37, %22 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %39 = cjax.add %37, %38 : tensor<4x3xf32> loc("test/export/record.py":42:62)
      %40 = cjax.reduce_sum %39 over [0] : tensor<4x3xf32> -> tensor<3xf32> loc("test/export/record.py":42:71)
      %41 = cjax.reshape %40 : tensor<3xf32> -> tensor<1x3xf32> loc("test/export/record.py":42:71)
      %42 = cjax.reduce_sum %41 over [0] : tensor<1x3xf32> -> tensor<3xf32> loc("test/export/record.py":42:71)
      %43 = cjax.dot_general %39, %0 contract [0], [0] batch [], [] : (tensor<4x3xf32>, tensor<4x6xf32>) -> tensor<3x6xf32> loc("test/export/record.py":42:71)
      %44 = cjax.transpose %43 perm [1, 0] : tensor<3x6xf32> -> tensor<6x3xf32> loc("test/export/record.py":42:71)
      %45 = cjax.integer_pow %42 {y = 1 : i64} : tensor<3xf32> loc("_tree_math.py":398:26)
      %46 = cjax.constant dense<0.100000001> : tensor<f32>
      %47 = cjax.broadcast_in_dim %46 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":398:11)
      %48 = cjax.mul %47, %45 : tensor<3xf32> loc("_tree_math.py":398:11)
      %49 = cjax.constant dense<0.899999976> : tensor<f32>
      %50 = cjax.broadcast_in_dim %49 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":398:38)
      %51 = cjax.mul %50, %14 : tensor<3xf32> loc("_tree_math.py":398:38)
      %52 = cjax.add %48, %51 : tensor<3xf32> loc("_tree_math.py":398:11)
      %53 = cjax.integer_pow %44 {y = 1 : i64} : tensor<6x3xf32> loc("_tree_math.py":398:26)
      %54 = cjax.broadcast_in_dim %46 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":398:11)
      %55 = cjax.mul %54, %53 : tensor<6x3xf32> loc("_tree_math.py":398:11)
      %56 = cjax.broadcast_in_dim %49 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":398:38)
      %57 = cjax.mul %56, %15 : tensor<6x3xf32> loc("_tree_math.py":398:38)
      %58 = cjax.add %55, %57 : tensor<6x3xf32> loc("_tree_math.py":398:11)
      %59 = cjax.integer_pow %42 {y = 2 : i64} : tensor<3xf32> loc("_tree_math.py":423:14)
      %60 = cjax.constant dense<0.00100000005> : tensor<f32>
      %61 = cjax.broadcast_in_dim %60 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":433:11)
      %62 = cjax.mul %61, %59 : tensor<3xf32> loc("_tree_math.py":433:11)
      %63 = cjax.constant dense<0.999000013> : tensor<f32>
      %64 = cjax.broadcast_in_dim %63 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("_tree_math.py":433:43)
      %65 = cjax.mul %64, %16 : tensor<3xf32> loc("_tree_math.py":433:43)
      %66 = cjax.add %62, %65 : tensor<3xf32> loc("_tree_math.py":433:11)
      %67 = cjax.integer_pow %44 {y = 2 : i64} : tensor<6x3xf32> loc("_tree_math.py":423:14)
      %68 = cjax.broadcast_in_dim %60 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":433:11)
      %69 = cjax.mul %68, %67 : tensor<6x3xf32> loc("_tree_math.py":433:11)
      %70 = cjax.broadcast_in_dim %63 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("_tree_math.py":433:43)
      %71 = cjax.mul %70, %17 : tensor<6x3xf32> loc("_tree_math.py":433:43)
      %72 = cjax.add %69, %71 : tensor<6x3xf32> loc("_tree_math.py":433:11)
      %73 = cjax.constant dense<2147483647> : tensor<i32>
      %74 = cjax.lt %13, %73 : tensor<i32> -> tensor<i1> loc("numerics.py":143:20)
      %75 = cjax.constant dense<1> : tensor<i32>
      %76 = cjax.add %13, %75 : tensor<i32> loc("numerics.py":143:39)
      %77 = cjax.select_n %74, %73, %76 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("numerics.py":143:10)
      %78 = cjax.convert_element_type %77 : tensor<i32> -> tensor<f32> loc("transform.py":294:16)
      %79 = cjax.convert_element_type %77 : tensor<i32> -> tensor<f32> loc("transform.py":294:16)
      %80 = cjax.pow %49, %79 : tensor<f32> loc("transform.py":294:16)
      %81 = cjax.sub %23, %80 : tensor<f32> loc("transform.py":294:16)
      %82 = cjax.broadcast_in_dim %81 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("transform.py":294:16)
      %83 = cjax.div %52, %82 : tensor<3xf32> loc("transform.py":294:16)
      %84 = cjax.broadcast_in_dim %81 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("transform.py":294:16)
      %85 = cjax.div %58, %84 : tensor<6x3xf32> loc("transform.py":294:16)
      %86 = cjax.convert_element_type %77 : tensor<i32> -> tensor<f32> loc("transform.py":298:14)
      %87 = cjax.convert_element_type %77 : tensor<i32> -> tensor<f32> loc("transform.py":298:14)
      %88 = cjax.pow %63, %87 : tensor<f32> loc("transform.py":298:14)
      %89 = cjax.sub %23, %88 : tensor<f32> loc("transform.py":298:14)
      %90 = cjax.broadcast_in_dim %89 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("transform.py":298:14)
      %91 = cjax.div %66, %90 : tensor<3xf32> loc("transform.py":298:14)
      %92 = cjax.broadcast_in_dim %89 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("transform.py":298:14)
      %93 = cjax.div %72, %92 : tensor<6x3xf32> loc("transform.py":298:14)
      %94 = cjax.constant dense<0.0> : tensor<f32>
      %95 = cjax.broadcast_in_dim %94 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("transform.py":300:59)
      %96 = cjax.add %91, %95 : tensor<3xf32> loc("transform.py":300:59)
      %97 = cjax.sqrt %96 : tensor<3xf32> loc("transform.py":300:50)
      %98 = cjax.constant dense<9.99999994e-09> : tensor<f32>
      %99 = cjax.broadcast_in_dim %98 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("transform.py":300:50)
      %100 = cjax.add %97, %99 : tensor<3xf32> loc("transform.py":300:50)
      %101 = cjax.div %83, %100 : tensor<3xf32> loc("transform.py":300:45)
      %102 = cjax.broadcast_in_dim %94 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("transform.py":300:59)
      %103 = cjax.add %93, %102 : tensor<6x3xf32> loc("transform.py":300:59)
      %104 = cjax.sqrt %103 : tensor<6x3xf32> loc("transform.py":300:50)
      %105 = cjax.broadcast_in_dim %98 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("transform.py":300:50)
      %106 = cjax.add %104, %105 : tensor<6x3xf32> loc("transform.py":300:50)
      %107 = cjax.div %85, %106 : tensor<6x3xf32> loc("transform.py":300:45)
      %108 = cjax.constant dense<-0.100000001> : tensor<f32>
      %109 = cjax.broadcast_in_dim %108 dims [] {implicit} : tensor<f32> -> tensor<3xf32> loc("transform.py":507:38)
      %110 = cjax.mul %109, %101 : tensor<3xf32> loc("transform.py":507:38)
      %111 = cjax.broadcast_in_dim %108 dims [] {implicit} : tensor<f32> -> tensor<6x3xf32> loc("transform.py":507:38)
      %112 = cjax.mul %111, %107 : tensor<6x3xf32> loc("transform.py":507:38)
      %113 = cjax.add %11, %110 : tensor<3xf32> loc("update.py":42:46)
      %114 = cjax.add %12, %112 : tensor<6x3xf32> loc("update.py":42:46)
      cjax.yield %113, %114, %77, %52, %58, %66, %72, %33 : tensor<3xf32>, tensor<6x3xf32>, tensor<i32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<6x3xf32>, tensor<f32>
    } loc("test/export/record.py":45:27)
    return %10#0, %10#1, %10#7 : tensor<3xf32>, tensor<6x3xf32>, tensor<10xf32>
  }
}
