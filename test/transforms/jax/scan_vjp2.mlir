// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of VJP of a scan with ys, against the values of jax 0.10.2.

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

func.func private @w0(%a0: tensor<3xf32>, %a1: tensor<6x3xf32>, %a2: tensor<3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:4 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 1, 2] : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<f32>) -> (tensor<f32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>)
  return %r#1, %r#2, %r#3 : tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>
}

func.func private @w1(%a0: tensor<3xf32>, %a1: tensor<6x3xf32>, %a2: tensor<3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) {
  %v0 = cjax.constant dense<[1.0, 1.0, 1.0]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[1.0, 1.0, 1.0]> : tensor<3xf32>
  %r:6 = cjax.vjp @w0(%a0, %a1, %a2, %v0, %v1, %v2) wrt [0, 1, 2] : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>)
  return %r#3, %r#4, %r#5 : tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.7494547367095947, -0.2860729992389679, -0.4845651388168335], [-2.6533186435699463, -0.008284629322588444, -0.3196313679218292], [-0.5366293787956238, 0.31540265679359436, 0.4210507273674011], [-1.0656030178070068, -0.8862396478652954, -0.4757334887981415], [0.6896823048591614, 0.5611921548843384, -1.3055485486984253], [-1.119475245475769, 0.7368373870849609, 1.574634075164795]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %out:3 = call @w1(%v0, %v1, %v2) : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>)
  %v3 = cjax.constant dense<[8.227801322937012, 0.5936685800552368, 8.542764663696289]> : tensor<3xf32>
  %v4 = cjax.constant dense<[0.0017085529398173094, 0.0017085529398173094, 0.0017085529398173094]> : tensor<3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<3xf32>
  %e0 = cjax.abs %d0 : tensor<3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<3xf32> -> tensor<3xi1>
  %ok0 = cjax.reduce_and %l0 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[6.262454986572266, 1.4416000843048096, -14.959891319274902], [155.47389221191406, 2.2391560077667236, 17.96196174621582], [-2.6688575744628906, 5.922064781188965, -17.31277847290039], [9.469435691833496, 16.7238712310791, 43.45052719116211], [1.0556282997131348, 6.070960998535156, -2.329559326171875], [19.253509521484375, 10.553794860839844, 27.06258201599121]]> : tensor<6x3xf32>
  %v6 = cjax.constant dense<[[0.031094778329133987, 0.031094778329133987, 0.031094778329133987], [0.031094778329133987, 0.031094778329133987, 0.031094778329133987], [0.031094778329133987, 0.031094778329133987, 0.031094778329133987], [0.031094778329133987, 0.031094778329133987, 0.031094778329133987], [0.031094778329133987, 0.031094778329133987, 0.031094778329133987], [0.031094778329133987, 0.031094778329133987, 0.031094778329133987]]> : tensor<6x3xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<6x3xf32>
  %e1 = cjax.abs %d1 : tensor<6x3xf32>
  %l1 = cjax.le %e1, %v6 : tensor<6x3xf32> -> tensor<6x3xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<6x3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  %v7 = cjax.constant dense<[101.28423309326172, 3.21946382522583, 82.61692810058594]> : tensor<3xf32>
  %v8 = cjax.constant dense<[0.020256847143173218, 0.020256847143173218, 0.020256847143173218]> : tensor<3xf32>
  %d2 = cjax.sub %out#2, %v7 : tensor<3xf32>
  %e2 = cjax.abs %d2 : tensor<3xf32>
  %l2 = cjax.le %e2, %v8 : tensor<3xf32> -> tensor<3xi1>
  %ok2 = cjax.reduce_and %l2 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok2, ["result 2 differs\0A"] as [] : tensor<i1>
  return
}
