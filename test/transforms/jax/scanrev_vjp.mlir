// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of a reversed scan with two ys, one of them the same in every iteration, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<3xf32>, %v1: tensor<6x3xf32>, %v2: tensor<3x3xf32>) -> (tensor<f32>) {
  %v3:3 = cjax.scan %v0, %v1 carry 1 length 6 reverse : (tensor<3xf32>, tensor<6x3xf32>) -> (tensor<3xf32>, tensor<6xf32>, tensor<6xf32>) do {
  ^bb0(%v4: tensor<3xf32>, %v5: tensor<3xf32>):
    %v6 = cjax.dot_general %v2, %v4 contract [1], [0] batch [], [] : (tensor<3x3xf32>, tensor<3xf32>) -> tensor<3xf32>
    %v7 = cjax.tanh %v6 : tensor<3xf32>
    %v8 = cjax.add %v7, %v5 : tensor<3xf32>
    %v9 = cjax.reduce_sum %v8 over [0] : tensor<3xf32> -> tensor<f32>
    %v10 = cjax.cos %v2 : tensor<3x3xf32>
    %v11 = cjax.reduce_sum %v10 over [0, 1] : tensor<3x3xf32> -> tensor<f32>
    cjax.yield %v8, %v9, %v11 : tensor<3xf32>, tensor<f32>, tensor<f32>
  }
  %v12 = cjax.integer_pow %v3#0 {y = 2 : i64} : tensor<3xf32>
  %v13 = cjax.reduce_sum %v12 over [0] : tensor<3xf32> -> tensor<f32>
  %v14 = cjax.reduce_sum %v3#1 over [0] : tensor<6xf32> -> tensor<f32>
  %v15 = cjax.reduce_sum %v3#2 over [0] : tensor<6xf32> -> tensor<f32>
  %v16 = cjax.mul %v14, %v15 : tensor<f32>
  %v17 = cjax.add %v13, %v16 : tensor<f32>
  return %v17 : tensor<f32>
}

func.func private @w0(%a0: tensor<3xf32>, %a1: tensor<6x3xf32>, %a2: tensor<3x3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:4 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 1, 2] : (tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>, tensor<f32>) -> (tensor<f32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>)
  return %r#1, %r#2, %r#3 : tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.7494547367095947, -0.2860729992389679, -0.4845651388168335], [-2.6533186435699463, -0.008284629322588444, -0.3196313679218292], [-0.5366293787956238, 0.31540265679359436, 0.4210507273674011], [-1.0656030178070068, -0.8862396478652954, -0.4757334887981415], [0.6896823048591614, 0.5611921548843384, -1.3055485486984253], [-1.119475245475769, 0.7368373870849609, 1.574634075164795]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[[0.09120471775531769, 1.0912827253341675, -1.9469703435897827], [-1.3863495588302612, -2.2964916229248047, 2.409834384918213], [1.7278361320495605, 2.2045562267303467, 0.7948276400566101]]> : tensor<3x3xf32>
  %out:3 = call @w0(%v0, %v1, %v2) : (tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3x3xf32>)
  %v3 = cjax.constant dense<[-2.391389846801758, -3.1065475940704346, -1.001601219177246]> : tensor<3xf32>
  %v4 = cjax.constant dense<[0.0006213095039129257, 0.0006213095039129257, 0.0006213095039129257]> : tensor<3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<3xf32>
  %e0 = cjax.abs %d0 : tensor<3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<3xf32> -> tensor<3xi1>
  %ok0 = cjax.reduce_and %l0 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[1.9880695343017578, 0.32708144187927246, -4.06461763381958], [-0.9249067902565002, 0.9759097099304199, -4.795505046844482], [-9.093299865722656, -11.34863567352295, -4.597895622253418], [-1.1157763004302979, -1.1999551057815552, -0.9456121921539307], [-1.1521059274673462, -1.1785565614700317, -1.1001065969467163], [-2.2365922927856445, -2.5526018142700195, -1.6181756258010864]]> : tensor<6x3xf32>
  %v6 = cjax.constant dense<[[0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573], [0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573], [0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573], [0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573], [0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573], [0.0022697271779179573, 0.0022697271779179573, 0.0022697271779179573]]> : tensor<6x3xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<6x3xf32>
  %e1 = cjax.abs %d1 : tensor<6x3xf32>
  %l1 = cjax.le %e1, %v6 : tensor<6x3xf32> -> tensor<6x3xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<6x3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  %v7 = cjax.constant dense<[[-1.747143268585205, 11.606244087219238, -15.021834373474121], [-14.93094539642334, -11.266736030578613, 10.089254379272461], [22.008556365966797, 5.586203575134277, 13.561036109924316]]> : tensor<3x3xf32>
  %v8 = cjax.constant dense<[[0.004401711281388998, 0.004401711281388998, 0.004401711281388998], [0.004401711281388998, 0.004401711281388998, 0.004401711281388998], [0.004401711281388998, 0.004401711281388998, 0.004401711281388998]]> : tensor<3x3xf32>
  %d2 = cjax.sub %out#2, %v7 : tensor<3x3xf32>
  %e2 = cjax.abs %d2 : tensor<3x3xf32>
  %l2 = cjax.le %e2, %v8 : tensor<3x3xf32> -> tensor<3x3xi1>
  %ok2 = cjax.reduce_and %l2 over [0, 1] : tensor<3x3xi1> -> tensor<i1>
  cjax.check %ok2, ["result 2 differs\0A"] as [] : tensor<i1>
  return
}
