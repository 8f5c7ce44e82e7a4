module attributes {cjax.params = "params.npz"} {
  func.func public @predict(%w: tensor<2x3xf32> {cjax.name = "layer_w", cjax.param = "layer/w"}, %b: tensor<3xf32> {cjax.name = "b", cjax.param = "b"}, %x: tensor<1x2xf32> {cjax.name = "x"}, %n: tensor<i8> {cjax.name = "n"}) -> (tensor<1x3xf32> {cjax.name = "y"}, tensor<i8> {cjax.name = "next"}) {
    %0 = cjax.dot_general %x, %w contract [1], [0] batch [], [] : (tensor<1x2xf32>, tensor<2x3xf32>) -> tensor<1x3xf32>
    %1 = cjax.broadcast_in_dim %b dims [1] : tensor<3xf32> -> tensor<1x3xf32>
    %2 = cjax.add %0, %1 : tensor<1x3xf32>
    %3 = cjax.add %n, %n : tensor<i8>
    return %2, %3 : tensor<1x3xf32>, tensor<i8>
  }
}
