// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// JVP of a scan with ys, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<3xf32>, %v1: tensor<6x3xf32>, %v2: tensor<3xf32>) -> (tensor<f32>) {
  %v3:2 = cjax.scan %v0, %v1 carry 1 length 6  : (tensor<3xf32>, tensor<6x3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>) do {
  ^bb0(%v4: tensor<3xf32>, %v5: tensor<3xf32>):
    %v6 = cjax.mul %v4, %v2 : tensor<3xf32>
    %v7 = cjax.sin %v6 : tensor<3xf32>
    %v8 = cjax.add %v7, %v5 : tensor<3xf32>
    %v9 = cjax.mul %v8, %v5 : tensor<3xf32>
    cjax.yield %v8, %v9 : tensor<3xf32>, tensor<3xf32>
  }
  %v10 = cjax.reduce_sum %v3#0 over [0] : tensor<3xf32> -> tensor<f32>
  %v11 = cjax.integer_pow %v3#1 {y = 2 : i64} : tensor<6x3xf32>
  %v12 = cjax.reduce_sum %v11 over [0, 1] : tensor<6x3xf32> -> tensor<f32>
  %v13 = cjax.add %v10, %v12 : tensor<f32>
  return %v13 : tensor<f32>
}

func.func private @w0(%a0: tensor<3xf32>, %a1: tensor<6x3xf32>, %a2: tensor<3xf32>) -> (tensor<f32>) {
  %v0 = cjax.constant dense<[1.0, 1.0, 1.0]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[1.0, 1.0, 1.0]> : tensor<3xf32>
  %r:2 = cjax.jvp @f(%a0, %a1, %a2, %v0, %v1, %v2) wrt [0, 1, 2] : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) -> (tensor<f32>, tensor<f32>)
  return %r#1 : tensor<f32>
}
func.func @main() {
  %v0 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.7494547367095947, -0.2860729992389679, -0.4845651388168335], [-2.6533186435699463, -0.008284629322588444, -0.3196313679218292], [-0.5366293787956238, 0.31540265679359436, 0.4210507273674011], [-1.0656030178070068, -0.8862396478652954, -0.4757334887981415], [0.6896823048591614, 0.5611921548843384, -1.3055485486984253], [-1.119475245475769, 0.7368373870849609, 1.574634075164795]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %out = call @w0(%v0, %v1, %v2) : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) -> (tensor<f32>)
  %v3 = cjax.constant dense<-107.28339385986328> : tensor<f32>
  %v4 = cjax.constant dense<0.021456679329276085> : tensor<f32>
  %d0 = cjax.sub %out, %v3 : tensor<f32>
  %e0 = cjax.abs %d0 : tensor<f32>
  %l0 = cjax.le %e0, %v4 : tensor<f32> -> tensor<i1>
  %ok0 = cjax.copy %l0 : tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  return
}
