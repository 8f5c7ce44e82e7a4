module {
  func.func private @shared_0(%5: tensor<4x6xf32>, %6: tensor<4x6xf32>) -> (tensor<4x6xf32>) {
    %7 = cjax.gt %5, %6 : tensor<4x6xf32> -> tensor<4x6xi1> loc("test/export/record.py":51:19)
    %8 = cjax.neg %5 : tensor<4x6xf32> loc("test/export/record.py":51:34)
    %9 = cjax.mul %8, %6 : tensor<4x6xf32> loc("test/export/record.py":51:34)
    %10 = cjax.exp %9 : tensor<4x6xf32> loc("test/export/record.py":51:26)
    %11 = cjax.sub %5, %6 : tensor<4x6xf32> loc("test/export/record.py":51:43)
    %12 = cjax.select_n %7, %11, %10 : tensor<4x6xi1>, tensor<4x6xf32>, tensor<4x6xf32> -> tensor<4x6xf32> loc("test/export/record.py":51:9)
    %13 = cjax.mul %12, %12 : tensor<4x6xf32> loc("test/export/record.py":52:32)
    %14 = cjax.abs %6 : tensor<4x6xf32> loc("test/export/record.py":52:40)
    %15 = cjax.add %13, %14 : tensor<4x6xf32> loc("test/export/record.py":52:32)
    %16 = cjax.sort %15 along 1 keys 1 : (tensor<4x6xf32>) -> tensor<4x6xf32> loc("test/export/record.py":52:23)
    %17 = cjax.cumsum %16 along 0 : tensor<4x6xf32> loc("test/export/record.py":52:12)
    return %17 : tensor<4x6xf32>
  }
  func.func public @control() -> (tensor<4x6xf32> {cjax.name = "a"}, tensor<i32> {cjax.name = "c_0"}, tensor<i32> {cjax.name = "c_1"}, tensor<f32> {cjax.name = "d"}, tensor<f32> {cjax.name = "e"}, tensor<4xf32> {cjax.name = "f"}, tensor<4xf32> {cjax.name = "g"}, tensor<4x6xf32> {cjax.name = "h_0"}, tensor<4x6xf32> {cjax.name = "h_1"}) {
    %0 = cjax.constant dense<[[0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294], [-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225], [-0.536572933, 0.420167059, 0.990607381, 0.650287867, -0.287903339, -0.961397469], [-0.750987232, 0.149877205, 0.912945271, 0.836655617, -0.00885130931, -0.846220374]]> : tensor<4x6xf32>
    %1 = cjax.constant dense<[[-0.750987232, 0.149877205, 0.912945271, 0.836655617, -0.00885130931, -0.846220374], [-0.536572933, 0.420167059, 0.990607381, 0.650287867, -0.287903339, -0.961397469], [-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225], [0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294]]> : tensor<4x6xf32>
    %2 = cjax.constant dense<[[0.0, 1.68294203, 1.81859481, 0.282240003, -1.513605, -1.91784859], [-0.558830976, 1.31397319, 1.97871649, 0.824236929, -1.08804214, -1.99998045], [-1.07314587, 0.840334117, 1.98121476, 1.30057573, -0.575806677, -1.92279494], [-1.50197446, 0.299754411, 1.82589054, 1.67331123, -0.0177026186, -1.69244075]]> : tensor<4x6xf32>
    %3 = cjax.constant dense<[[1.0, 1.84147096, 1.90929747, 1.14111996, 0.243197501, 0.0410757065], [0.720584512, 1.65698659, 1.98935819, 1.41211843, 0.45597893, 9.77516174e-06], [0.463427067, 1.42016709, 1.99060738, 1.65028787, 0.712096691, 0.038602531], [0.249012768, 1.14987719, 1.91294527, 1.83665562, 0.99114871, 0.153779626]]> : tensor<4x6xf32>
    %4 = cjax.constant dense<[0.0, -0.279415488, -0.536572933, -0.750987232]> : tensor<4xf32>
    %18 = func.call @shared_0(%0, %1) : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32> loc("test/export/record.py":56:9)
    %19 = func.call @shared_0(%2, %3) : (tensor<4x6xf32>, tensor<4x6xf32>) -> tensor<4x6xf32> loc("test/export/record.py":57:9)
    %20 = cjax.constant dense<1> : tensor<i32>
    %21 = cjax.constant dense<0> : tensor<i32>
    %22:2 = cjax.while %20, %21 : (tensor<i32>, tensor<i32>) -> (tensor<i32>, tensor<i32>) cond {
    ^bb0(%23: tensor<i32>, %24: tensor<i32>):
      %25 = cjax.constant dense<50> : tensor<i32>
      %26 = cjax.lt %23, %25 : tensor<i32> -> tensor<i1> loc("test/export/record.py":58:34)
      cjax.yield %26 : tensor<i1>
    } do {
    ^bb0(%27: tensor<i32>, %28: tensor<i32>):
      %29 = cjax.constant dense<3> : tensor<i32>
      %30 = cjax.mul %27, %29 : tensor<i32> loc("test/export/record.py":58:56)
      %31 = cjax.constant dense<1> : tensor<i32>
      %32 = cjax.add %30, %31 : tensor<i32> loc("test/export/record.py":58:56)
      %33 = cjax.add %28, %31 : tensor<i32> loc("test/export/record.py":58:70)
      cjax.yield %32, %33 : tensor<i32>, tensor<i32>
    } loc("test/export/record.py":58:9)
    %34 = cjax.constant dense<3> : tensor<i32>
    %35 = cjax.eq %34, %21 : tensor<i32> -> tensor<i1> loc("test/export/record.py":59:20)
    %36 = cjax.select_n %35, %34, %20 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":59:20)
    %37 = cjax.rem %22#1, %36 : tensor<i32> loc("test/export/record.py":59:20)
    %38 = cjax.ne %37, %21 : tensor<i32> -> tensor<i1> loc("test/export/record.py":59:20)
    %39 = cjax.lt %37, %21 : tensor<i32> -> tensor<i1> loc("test/export/record.py":59:20)
    %40 = cjax.lt %36, %21 : tensor<i32> -> tensor<i1> loc("test/export/record.py":59:20)
    %41 = cjax.ne %39, %40 : tensor<i1> -> tensor<i1> loc("test/export/record.py":59:20)
    %42 = cjax.and %41, %38 : tensor<i1> loc("test/export/record.py":59:20)
    %43 = cjax.add %37, %36 : tensor<i32> loc("test/export/record.py":59:20)
    %44 = cjax.select_n %42, %37, %43 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":59:20)
    %45 = cjax.constant dense<2> : tensor<i32>
    %46 = cjax.clamp %21, %44, %45 : tensor<i32> loc("test/export/record.py":59:9)
    %47 = cjax.case %46 : (tensor<i32>) -> tensor<f32> {
      %48 = cjax.reduce_sum %19 over [0, 1] : tensor<4x6xf32> -> tensor<f32> loc("test/export/record.py":59:41)
      cjax.yield %48 : tensor<f32>
    }, {
      %49 = cjax.reduce_max %19 over [0, 1] : tensor<4x6xf32> -> tensor<f32> loc("test/export/record.py":59:60)
      cjax.yield %49 : tensor<f32>
    }, {
      %50 = cjax.reduce_min %19 over [0, 1] : tensor<4x6xf32> -> tensor<f32> loc("test/export/record.py":59:79)
      cjax.yield %50 : tensor<f32>
    } loc("test/export/record.py":59:9)
    %51 = cjax.constant dense<0.0> : tensor<f32>
    %52:2 = cjax.scan %51, %18 carry 1 length 4 reverse : (tensor<f32>, tensor<4x6xf32>) -> (tensor<f32>, tensor<4xf32>) do {
    ^bb0(%53: tensor<f32>, %54: tensor<6xf32>):
      %55 = cjax.constant dense<0.5> : tensor<f32>
      %56 = cjax.mul %53, %55 : tensor<f32> loc("test/export/record.py":60:35)
      %57 = cjax.reduce_sum %54 over [0] : tensor<6xf32> -> tensor<f32> loc("test/export/record.py":60:45)
      %58 = cjax.add %56, %57 : tensor<f32> loc("test/export/record.py":60:35)
      cjax.yield %58, %53 : tensor<f32>, tensor<f32>
    } loc("test/export/record.py":60:12)
    %59 = cjax.iota dim 0 : tensor<4xi32> loc("test/export/record.py":62:9)
    %60:2 = cjax.while %59, %4 : (tensor<4xi32>, tensor<4xf32>) -> (tensor<4xi32>, tensor<4xf32>) cond {
    ^bb0(%61: tensor<4xi32>, %62: tensor<4xf32>):
      %63 = cjax.constant dense<0> : tensor<i32>
      %64 = cjax.broadcast_in_dim %63 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":61:56)
      %65 = cjax.gt %61, %64 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":61:56)
      %66 = cjax.reduce_or %65 over [0] : tensor<4xi1> -> tensor<i1> loc("test/export/record.py":61:31)
      cjax.yield %66 : tensor<i1>
    } do {
    ^bb0(%67: tensor<4xi32>, %68: tensor<4xf32>):
      %69 = cjax.constant dense<1> : tensor<i32>
      %70 = cjax.broadcast_in_dim %69 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":61:77)
      %71 = cjax.sub %67, %70 : tensor<4xi32> loc("test/export/record.py":61:77)
      %72 = cjax.constant dense<1.5> : tensor<f32>
      %73 = cjax.broadcast_in_dim %72 dims [] {implicit} : tensor<f32> -> tensor<4xf32> loc("test/export/record.py":61:87)
      %74 = cjax.mul %68, %73 : tensor<4xf32> loc("test/export/record.py":61:87)
      %75 = cjax.constant dense<0> : tensor<i32>
      %76 = cjax.broadcast_in_dim %75 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":61:56)
      %77 = cjax.gt %67, %76 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":61:56)
      %78 = cjax.select_n %77, %67, %71 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32> loc("test/export/record.py":61:31)
      %79 = cjax.select_n %77, %68, %74 : tensor<4xi1>, tensor<4xf32>, tensor<4xf32> -> tensor<4xf32> loc("test/export/record.py":61:31)
      cjax.yield %78, %79 : tensor<4xi32>, tensor<4xf32>
    } loc("test/export/record.py":61:31)
    %80 = cjax.reduce_sum %0 over [0] : tensor<4x6xf32> -> tensor<6xf32> loc("test/export/record.py":63:33)
    %81 = cjax.constant dense<4.0> : tensor<f32>
    %82 = cjax.broadcast_in_dim %81 dims [] {implicit} : tensor<f32> -> tensor<6xf32> loc("test/export/record.py":63:33)
    %83 = cjax.div %80, %82 : tensor<6xf32> loc("test/export/record.py":63:33)
    %84 = cjax.broadcast_in_dim %83 dims [1] : tensor<6xf32> -> tensor<1x6xf32> loc("test/export/record.py":63:29)
    %85 = cjax.broadcast_in_dim %84 dims [0, 1] {implicit} : tensor<1x6xf32> -> tensor<4x6xf32> loc("test/export/record.py":63:29)
    %86 = cjax.sub %0, %85 : tensor<4x6xf32> loc("test/export/record.py":63:29)
    %87 = cjax.reduce_max %0 over [0] : tensor<4x6xf32> -> tensor<6xf32> loc("test/export/record.py":63:52)
    %88 = cjax.broadcast_in_dim %87 dims [1] : tensor<6xf32> -> tensor<4x6xf32> loc("test/export/record.py":63:9)
    return %18, %22#0, %22#1, %47, %52#0, %52#1, %60#1, %86, %88 : tensor<4x6xf32>, tensor<i32>, tensor<i32>, tensor<f32>, tensor<f32>, tensor<4xf32>, tensor<4xf32>, tensor<4x6xf32>, tensor<4x6xf32>
  }
}
