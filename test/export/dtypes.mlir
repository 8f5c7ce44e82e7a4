module {
  func.func public @dtypes() -> (tensor<4x6xbf16> {cjax.name = "result0"}, tensor<6xbf16> {cjax.name = "result1"}, tensor<4x6xf16> {cjax.name = "result2"}, tensor<4x6xi8> {cjax.name = "result3"}, tensor<4x6xi1> {cjax.name = "result4"}, tensor<4xui8> {cjax.name = "result5"}, tensor<6xcomplex<f32>> {cjax.name = "result6"}, tensor<f32> {cjax.name = "result7"}, tensor<6xi32> {cjax.name = "result8"}, tensor<4xi32> {cjax.name = "result9"}, tensor<2xf32> {cjax.name = "result10"}) {
    %0 = cjax.constant dense<[[0.0, 0.83984375, 0.91015625, 0.141601562, -0.7578125, -0.95703125], [-0.279296875, 0.65625, 0.98828125, 0.412109375, -0.54296875, -1.0], [-0.53515625, 0.419921875, 0.9921875, 0.6484375, -0.287109375, -0.9609375], [-0.75, 0.149414062, 0.9140625, 0.8359375, -0.00885009766, -0.84765625]]> : tensor<4x6xbf16>
    %1 = cjax.constant dense<[0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294]> : tensor<6xf32>
    %2 = cjax.constant dense<[-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225]> : tensor<6xf32>
    %3 = cjax.constant dense<[[0.0, 0.841471016, 0.909297407, 0.141120002, -0.756802499, -0.958924294], [-0.279415488, 0.656986594, 0.989358246, 0.412118465, -0.54402107, -0.999990225], [-0.536572933, 0.420167059, 0.990607381, 0.650287867, -0.287903339, -0.961397469], [-0.750987232, 0.149877205, 0.912945271, 0.836655617, -0.00885130931, -0.846220374]]> : tensor<4x6xf32>
    %4 = cjax.constant dense<[[1.0, 2.6875, 2.8125, 1.28125, -0.515625, -0.9140625], [0.44140625, 2.3125, 2.96875, 1.828125, -0.0859375, -1.0], [-0.0703125, 1.84375, 2.984375, 2.296875, 0.42578125, -0.921875], [-0.5, 1.296875, 2.828125, 2.671875, 0.98046875, -0.6953125]]> : tensor<4x6xbf16>
    %5 = cjax.constant dense<[[0.0, 0.280517578, 0.302978516, 0.0470275879, -0.252197266, -0.319580078], [-0.0930786133, 0.219116211, 0.329833984, 0.137329102, -0.181274414, -0.333251953], [-0.178833008, 0.140014648, 0.330322266, 0.216796875, -0.0959472656, -0.320556641], [-0.250244141, 0.0499572754, 0.304443359, 0.278808594, -0.00295066833, -0.281982422]]> : tensor<4x6xf16>
    %6 = cjax.constant dense<[[0, 84, 90, 14, -75, -95], [-27, 65, 98, 41, -54, -99], [-53, 42, 99, 65, -28, -96], [-75, 14, 91, 83, 0, -84]]> : tensor<4x6xi8>
    %7 = cjax.constant dense<[[false, false, false, true, false, false], [false, false, false, true, false, false], [false, true, false, false, false, false], [false, true, false, false, false, false]]> : tensor<4x6xi1>
    %8 = cjax.convert_element_type %0 : tensor<4x6xbf16> -> tensor<4x6xf32> loc("test/export/record.py":101:24)
    %9 = cjax.reduce_sum %8 over [0] : tensor<4x6xf32> -> tensor<6xf32> loc("test/export/record.py":101:24)
    %10 = cjax.convert_element_type %9 : tensor<6xf32> -> tensor<6xbf16> loc("test/export/record.py":101:24)
    %11 = cjax.iota dim 0 : tensor<4xui8> loc("test/export/record.py":102:30)
    %12 = cjax.constant dense<20> : tensor<ui8>
    %13 = cjax.broadcast_in_dim %12 dims [] {implicit} : tensor<ui8> -> tensor<4xui8> loc("test/export/record.py":102:30)
    %14 = cjax.mul %11, %13 : tensor<4xui8> loc("test/export/record.py":102:30)
    %15 = cjax.constant dense<200> : tensor<ui8>
    %16 = cjax.broadcast_in_dim %15 dims [] {implicit} : tensor<ui8> -> tensor<4xui8> loc("test/export/record.py":102:13)
    %17 = cjax.add %16, %14 : tensor<4xui8> loc("test/export/record.py":102:13)
    %18 = cjax.complex %1, %2 : tensor<6xf32> -> tensor<6xcomplex<f32>> loc("test/export/record.py":102:67)
    %19 = cjax.integer_pow %18 {y = 2 : i64} : tensor<6xcomplex<f32>> loc("test/export/record.py":102:67)
    %20 = cjax.bitcast_convert_type %1 : tensor<6xf32> -> tensor<6xi32> loc("test/export/record.py":103:13)
    %21 = cjax.argmax %3 over 1 : tensor<4x6xf32> -> tensor<4xi32> loc("test/export/record.py":103:55)
    %22 = cjax.constant dense<1.0> : tensor<f32>
    %23 = cjax.broadcast_in_dim %22 dims [] : tensor<f32> -> tensor<2xf32> loc("test/export/record.py":103:84)
    %24 = cjax.constant dense<0xff800000> : tensor<f32>
    %25 = cjax.broadcast_in_dim %24 dims [] {implicit} : tensor<f32> -> tensor<2xf32> loc("test/export/record.py":103:73)
    %26 = cjax.mul %25, %23 : tensor<2xf32> loc("test/export/record.py":103:73)
    %27 = cjax.constant dense<0x7fc00000> : tensor<f32>
    return %4, %10, %5, %6, %7, %17, %19, %27, %20, %21, %26 : tensor<4x6xbf16>, tensor<6xbf16>, tensor<4x6xf16>, tensor<4x6xi8>, tensor<4x6xi1>, tensor<4xui8>, tensor<6xcomplex<f32>>, tensor<f32>, tensor<6xi32>, tensor<4xi32>, tensor<2xf32>
  }
}
