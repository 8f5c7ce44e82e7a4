module attributes {cjax.params = "loop.npz"} {
  func.func public @init() -> (tensor<2xf32> {cjax.name = "result0"}) attributes {cjax.entry = "init", cjax.trees = "{\22arguments\22: [], \22result\22: 0}"} {
    %0 = cjax.constant dense<[1.0, 2.0]> : tensor<2xf32>
    return %0 : tensor<2xf32>
  }
  func.func public @step(%arg0: tensor<2xf32> {cjax.name = "state"}, %arg1: tensor<f32> {cjax.name = "gain"})
      -> (tensor<2xf32> {cjax.name = "result0", cjax.place = "0"}, tensor<f32> {cjax.name = "result1"})
      attributes {cjax.entry = "step", cjax.trees = "{\22arguments\22: [{\22name\22: \22state\22, \22tree\22: 0}, {\22name\22: \22gain\22, \22tree\22: 1}], \22result\22: {\22tuple\22: [0, 1]}}"} {
    %0 = cjax.ffi_call "read_sensor" (%arg0) "loop.py:9:9: error: [CJ0100] \00\00" : (tensor<2xf32>) -> tensor<f32>
    %1 = cjax.broadcast_in_dim %arg1 dims [] : tensor<f32> -> tensor<2xf32>
    %2 = cjax.mul %arg0, %1 : tensor<2xf32>
    %3 = cjax.broadcast_in_dim %0 dims [] : tensor<f32> -> tensor<2xf32>
    %4 = cjax.add %2, %3 : tensor<2xf32>
    return %4, %0 : tensor<2xf32>, tensor<f32>
  }
  func.func public @look(%arg0: tensor<f32> {cjax.name = "a", cjax.param = "a"}, %arg1: tensor<f32> {cjax.name = "x"})
      -> (tensor<f32> {cjax.name = "result0"}) attributes {cjax.entry = "look", cjax.trees = "null"} {
    %0 = cjax.mul %arg0, %arg1 : tensor<f32>
    return %0 : tensor<f32>
  }
}
