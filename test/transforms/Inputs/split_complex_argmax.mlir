func.func private @f(%z: tensor<2xcomplex<f32>>) -> tensor<i32> {
  %i = cjax.argmax %z over 0 : tensor<2xcomplex<f32>> -> tensor<i32>
  return %i : tensor<i32>
}
