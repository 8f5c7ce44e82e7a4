module {
  func.func public @indexing() -> (tensor<4x6xf32> {cjax.name = "result0"}, tensor<4x6xf32> {cjax.name = "result1"}, tensor<4x6xf32> {cjax.name = "result2"}, tensor<4x4xf32> {cjax.name = "result3"}, tensor<2x2xf32> {cjax.name = "result4"}, tensor<4x6xf32> {cjax.name = "result5"}, tensor<5x7xf32> {cjax.name = "result6"}, tensor<2x6xf32> {cjax.name = "result7"}, tensor<4x2x3xf32> {cjax.name = "result8"}) {
    %0 = cjax.constant dense<[2, 0, 9, -1]> : tensor<4xi32>
    %1 = cjax.constant dense<[[0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294], [-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225], [-0.536572933, 0.420167059, 0.990607381, 0.650287867, -0.287903339, -0.961397469], [-0.750987232, 0.149877205, 0.912945271, 0.836655617, -0.00885130931, -0.846220374]]> : tensor<4x6xf32>
    %2 = cjax.constant dense<[[1.0, 0.540302277], [-0.989992499, -0.653643608]]> : tensor<2x2xf32>
    %3 = cjax.constant dense<[[1.0, 0.540302277, -0.416146815], [-0.989992499, -0.653643608, 0.28366217]]> : tensor<2x3xf32>
    %4 = cjax.constant dense<[[1.0, 0.540302277, -0.416146815], [-0.989992499, -0.653643608, 0.28366217], [0.960170269, 0.753902256, -0.145500034], [-0.91113025, -0.839071512, 0.00442569796]]> : tensor<4x3xf32>
    %5 = cjax.constant dense<[[2.0, 1.54030228, 0.583853185], [0.0100075006, 0.346356392, 1.2836622], [1.96017027, 1.7539022, 0.854499936], [0.0888697505, 0.160928488, 1.00442564]]> : tensor<4x3xf32>
    %6 = cjax.constant dense<0> : tensor<i32>
    %7 = cjax.broadcast_in_dim %6 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":69:13)
    %8 = cjax.lt %0, %7 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":69:13)
    %9 = cjax.constant dense<4> : tensor<i32>
    %10 = cjax.broadcast_in_dim %9 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":69:13)
    %11 = cjax.add %0, %10 : tensor<4xi32> loc("test/export/record.py":69:13)
    %12 = cjax.select_n %8, %0, %11 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32> loc("test/export/record.py":69:13)
    %13 = cjax.broadcast_in_dim %12 dims [0] : tensor<4xi32> -> tensor<4x1xi32> loc("test/export/record.py":69:13)
    %14 = cjax.gather %1, %13 {offset_dims = array<i64: 1>, collapsed_slice_dims = array<i64: 0>, start_index_map = array<i64: 0>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 1, 6>, mode = "promise_in_bounds"} : (tensor<4x6xf32>, tensor<4x1xi32>) -> tensor<4x6xf32> loc("test/export/record.py":69:13)
    %15 = cjax.broadcast_in_dim %6 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":69:74)
    %16 = cjax.lt %0, %15 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":69:74)
    %17 = cjax.broadcast_in_dim %9 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":69:74)
    %18 = cjax.add %0, %17 : tensor<4xi32> loc("test/export/record.py":69:74)
    %19 = cjax.select_n %16, %0, %18 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32> loc("test/export/record.py":69:74)
    %20 = cjax.broadcast_in_dim %19 dims [0] : tensor<4xi32> -> tensor<4x1xi32> loc("test/export/record.py":69:74)
    %21 = cjax.constant dense<1.0> : tensor<f32>
    %22 = cjax.broadcast_in_dim %21 dims [] : tensor<f32> -> tensor<4x6xf32> loc("test/export/record.py":69:74)
    %23 = cjax.scatter_add %1, %20, %22 {update_window_dims = array<i64: 1>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<4x6xf32>, tensor<4x1xi32>, tensor<4x6xf32>) -> tensor<4x6xf32> loc("test/export/record.py":69:74)
    %24 = cjax.broadcast_in_dim %6 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:13)
    %25 = cjax.lt %0, %24 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":70:13)
    %26 = cjax.constant dense<6> : tensor<i32>
    %27 = cjax.broadcast_in_dim %26 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:13)
    %28 = cjax.add %0, %27 : tensor<4xi32> loc("test/export/record.py":70:13)
    %29 = cjax.select_n %25, %0, %28 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32> loc("test/export/record.py":70:13)
    %30 = cjax.broadcast_in_dim %29 dims [0] : tensor<4xi32> -> tensor<4x1xi32> loc("test/export/record.py":70:13)
    %31 = cjax.constant dense<0.0> : tensor<f32>
    %32 = cjax.broadcast_in_dim %31 dims [] : tensor<f32> -> tensor<4x4xf32> loc("test/export/record.py":70:13)
    %33 = cjax.scatter %1, %30, %32 {update_window_dims = array<i64: 0>, inserted_window_dims = array<i64: 1>, scatter_dims_to_operand_dims = array<i64: 1>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "clip"} : (tensor<4x6xf32>, tensor<4x1xi32>, tensor<4x4xf32>) -> tensor<4x6xf32> loc("test/export/record.py":70:13)
    %34 = cjax.eq %26, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":70:60)
    %35 = cjax.constant dense<1> : tensor<i32>
    %36 = cjax.select_n %34, %26, %35 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":70:60)
    %37 = cjax.broadcast_in_dim %36 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:60)
    %38 = cjax.rem %0, %37 : tensor<4xi32> loc("test/export/record.py":70:60)
    %39 = cjax.broadcast_in_dim %6 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:60)
    %40 = cjax.ne %38, %39 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":70:60)
    %41 = cjax.broadcast_in_dim %6 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:60)
    %42 = cjax.lt %38, %41 : tensor<4xi32> -> tensor<4xi1> loc("test/export/record.py":70:60)
    %43 = cjax.lt %36, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":70:60)
    %44 = cjax.broadcast_in_dim %43 dims [] {implicit} : tensor<i1> -> tensor<4xi1> loc("test/export/record.py":70:60)
    %45 = cjax.ne %42, %44 : tensor<4xi1> -> tensor<4xi1> loc("test/export/record.py":70:60)
    %46 = cjax.and %45, %40 : tensor<4xi1> loc("test/export/record.py":70:60)
    %47 = cjax.broadcast_in_dim %36 dims [] {implicit} : tensor<i32> -> tensor<4xi32> loc("test/export/record.py":70:60)
    %48 = cjax.add %38, %47 : tensor<4xi32> loc("test/export/record.py":70:60)
    %49 = cjax.select_n %46, %38, %48 : tensor<4xi1>, tensor<4xi32>, tensor<4xi32> -> tensor<4xi32> loc("test/export/record.py":70:60)
    %50 = cjax.broadcast_in_dim %49 dims [0] : tensor<4xi32> -> tensor<4x1xi32> loc("test/export/record.py":70:60)
    %51 = cjax.gather %1, %50 {offset_dims = array<i64: 0>, collapsed_slice_dims = array<i64: 1>, start_index_map = array<i64: 1>, operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, slice_sizes = array<i64: 4, 1>, mode = "promise_in_bounds"} : (tensor<4x6xf32>, tensor<4x1xi32>) -> tensor<4x4xf32> loc("test/export/record.py":70:60)
    %52 = cjax.slice %0 from [0] to [1] by [1] : tensor<4xi32> -> tensor<1xi32> loc("test/export/record.py":71:35)
    %53 = cjax.squeeze %52 dims [0] : tensor<1xi32> -> tensor<i32> loc("test/export/record.py":71:35)
    %54 = cjax.slice %0 from [1] to [2] by [1] : tensor<4xi32> -> tensor<1xi32> loc("test/export/record.py":71:41)
    %55 = cjax.squeeze %54 dims [0] : tensor<1xi32> -> tensor<i32> loc("test/export/record.py":71:41)
    %56 = cjax.lt %53, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":71:13)
    %57 = cjax.add %53, %9 : tensor<i32> loc("test/export/record.py":71:13)
    %58 = cjax.select_n %56, %53, %57 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":71:13)
    %59 = cjax.lt %55, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":71:13)
    %60 = cjax.add %55, %26 : tensor<i32> loc("test/export/record.py":71:13)
    %61 = cjax.select_n %59, %55, %60 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":71:13)
    %62 = cjax.dynamic_slice %1[%58, %61] sizes [2, 2] : (tensor<4x6xf32>, tensor<i32>, tensor<i32>) -> tensor<2x2xf32> loc("test/export/record.py":71:13)
    %63 = cjax.slice %0 from [0] to [1] by [1] : tensor<4xi32> -> tensor<1xi32> loc("test/export/record.py":71:97)
    %64 = cjax.squeeze %63 dims [0] : tensor<1xi32> -> tensor<i32> loc("test/export/record.py":71:97)
    %65 = cjax.slice %0 from [2] to [3] by [1] : tensor<4xi32> -> tensor<1xi32> loc("test/export/record.py":71:103)
    %66 = cjax.squeeze %65 dims [0] : tensor<1xi32> -> tensor<i32> loc("test/export/record.py":71:103)
    %67 = cjax.lt %64, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":71:57)
    %68 = cjax.add %64, %9 : tensor<i32> loc("test/export/record.py":71:57)
    %69 = cjax.select_n %67, %64, %68 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":71:57)
    %70 = cjax.lt %66, %6 : tensor<i32> -> tensor<i1> loc("test/export/record.py":71:57)
    %71 = cjax.add %66, %26 : tensor<i32> loc("test/export/record.py":71:57)
    %72 = cjax.select_n %70, %66, %71 : tensor<i1>, tensor<i32>, tensor<i32> -> tensor<i32> loc("test/export/record.py":71:57)
    %73 = cjax.dynamic_update_slice %1, %2[%69, %72] : (tensor<4x6xf32>, tensor<2x2xf32>, tensor<i32>, tensor<i32>) -> tensor<4x6xf32> loc("test/export/record.py":71:57)
    %74 = cjax.convert_element_type %6 : tensor<i32> -> tensor<f32> loc("test/export/record.py":72:22)
    %75 = cjax.pad %1, %74 low [0, 1] high [1, 0] interior [0, 0] : (tensor<4x6xf32>, tensor<f32>) -> tensor<5x7xf32> loc("test/export/record.py":72:22)
    %76 = cjax.slice %75 from [0, 5] to [5, 7] by [1, 1] : tensor<5x7xf32> -> tensor<5x2xf32> loc("test/export/record.py":72:13)
    %77 = cjax.slice %75 from [0, 0] to [5, 5] by [1, 1] : tensor<5x7xf32> -> tensor<5x5xf32> loc("test/export/record.py":72:13)
    %78 = cjax.concatenate %76, %77 dim 1 : (tensor<5x2xf32>, tensor<5x5xf32>) -> tensor<5x7xf32> loc("test/export/record.py":72:13)
    %79 = cjax.concatenate %3, %3 dim 1 : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x6xf32> loc("test/export/record.py":72:64)
    %80 = cjax.reshape %4 : tensor<4x3xf32> -> tensor<4x1x3xf32> loc("test/export/record.py":72:89)
    %81 = cjax.reshape %5 : tensor<4x3xf32> -> tensor<4x1x3xf32> loc("test/export/record.py":72:89)
    %82 = cjax.concatenate %80, %81 dim 1 : (tensor<4x1x3xf32>, tensor<4x1x3xf32>) -> tensor<4x2x3xf32> loc("test/export/record.py":72:89)
    return %14, %23, %33, %51, %62, %73, %78, %79, %82 : tensor<4x6xf32>, tensor<4x6xf32>, tensor<4x6xf32>, tensor<4x4xf32>, tensor<2x2xf32>, tensor<4x6xf32>, tensor<5x7xf32>, tensor<2x6xf32>, tensor<4x2x3xf32>
  }
}
