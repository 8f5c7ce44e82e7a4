// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// VJP of a scan with ys, against the values of jax 0.10.2.

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
func.func @main() {
  %v0 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %v1 = cjax.constant dense<[[1.7494547367095947, -0.2860729992389679, -0.4845651388168335], [-2.6533186435699463, -0.008284629322588444, -0.3196313679218292], [-0.5366293787956238, 0.31540265679359436, 0.4210507273674011], [-1.0656030178070068, -0.8862396478652954, -0.4757334887981415], [0.6896823048591614, 0.5611921548843384, -1.3055485486984253], [-1.119475245475769, 0.7368373870849609, 1.574634075164795]]> : tensor<6x3xf32>
  %v2 = cjax.constant dense<[0.050561707466840744, 0.4999513328075409, -0.9959089159965515]> : tensor<3xf32>
  %out:3 = call @w0(%v0, %v1, %v2) : (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<6x3xf32>, tensor<3xf32>)
  %v3 = cjax.constant dense<[0.45021477341651917, -0.03493504598736763, 0.10868314653635025]> : tensor<3xf32>
  %v4 = cjax.constant dense<[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]> : tensor<3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<3xf32>
  %e0 = cjax.abs %d0 : tensor<3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<3xf32> -> tensor<3xi1>
  %ok0 = cjax.reduce_and %l0 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[19.644346237182617, -0.07297561317682266, -0.31984639167785645], [-71.0485610961914, -0.13161231577396393, 0.1088503897190094], [-0.9843634963035583, -0.205868661403656, 0.2329379767179489], [-5.045735836029053, -1.6142027378082275, 0.33035722374916077], [1.07073175907135, 1.122159481048584, -11.251360893249512], [-4.373068332672119, 2.9426515102386475, 21.825170516967773]]> : tensor<6x3xf32>
  %v6 = cjax.constant dense<[[0.01420971192419529, 0.01420971192419529, 0.01420971192419529], [0.01420971192419529, 0.01420971192419529, 0.01420971192419529], [0.01420971192419529, 0.01420971192419529, 0.01420971192419529], [0.01420971192419529, 0.01420971192419529, 0.01420971192419529], [0.01420971192419529, 0.01420971192419529, 0.01420971192419529], [0.01420971192419529, 0.01420971192419529, 0.01420971192419529]]> : tensor<6x3xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<6x3xf32>
  %e1 = cjax.abs %d1 : tensor<6x3xf32>
  %l1 = cjax.le %e1, %v6 : tensor<6x3xf32> -> tensor<6x3xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<6x3xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  %v7 = cjax.constant dense<[-61.34047317504883, -0.5742300748825073, 1.877740502357483]> : tensor<3xf32>
  %v8 = cjax.constant dense<[0.012268094345927238, 0.012268094345927238, 0.012268094345927238]> : tensor<3xf32>
  %d2 = cjax.sub %out#2, %v7 : tensor<3xf32>
  %e2 = cjax.abs %d2 : tensor<3xf32>
  %l2 = cjax.le %e2, %v8 : tensor<3xf32> -> tensor<3xi1>
  %ok2 = cjax.reduce_and %l2 over [0] : tensor<3xi1> -> tensor<i1>
  cjax.check %ok2, ["result 2 differs\0A"] as [] : tensor<i1>
  return
}
