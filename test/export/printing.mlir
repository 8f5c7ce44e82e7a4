module {
  func.func public @printing() -> (tensor<2xi32> {cjax.name = "result0"}) {
    %0 = cjax.iota dim 0 : tensor<3xi32> loc("test/export/record.py":118:43)
    %1 = cjax.constant dense<1.5> : tensor<f32>
    cjax.print ["x = ", " and ", "\0A"] with %0, %1 : tensor<3xi32>, tensor<f32> as ["str", "fmt:.2f"] loc("test/export/record.py":118:5)
    %3 = cjax.iota dim 0 : tensor<2xi32> loc("test/export/record.py":119:12)
    return %3 : tensor<2xi32>
  }
}
