// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// JVP of VJP of a scan in a scan, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<f32>, %v1: tensor<4xf32>, %v2: tensor<f32>) -> (tensor<f32>) {
  %v3:2 = cjax.scan %v0, %v1 carry 1 length 4  : (tensor<f32>, tensor<4xf32>) -> (tensor<f32>, tensor<4xf32>) do {
  ^bb0(%v4: tensor<f32>, %v5: tensor<f32>):
    %v6 = cjax.iota dim 0 : tensor<3xf32>
    %v7:2 = cjax.scan %v4, %v6 carry 1 length 3  : (tensor<f32>, tensor<3xf32>) -> (tensor<f32>, tensor<3xf32>) do {
    ^bb0(%v8: tensor<f32>, %v9: tensor<f32>):
      %v10 = cjax.mul %v8, %v2 : tensor<f32>
      %v11 = cjax.add %v10, %v9 : tensor<f32>
      cjax.yield %v11, %v8 : tensor<f32>, tensor<f32>
    }
    %v12 = cjax.sin %v7#0 : tensor<f32>
    %v13 = cjax.add %v12, %v5 : tensor<f32>
    %v14 = cjax.reduce_sum %v7#1 over [0] : tensor<3xf32> -> tensor<f32>
    cjax.yield %v13, %v14 : tensor<f32>, tensor<f32>
  }
  %v15 = cjax.reduce_sum %v3#1 over [0] : tensor<4xf32> -> tensor<f32>
  %v16 = cjax.add %v3#0, %v15 : tensor<f32>
  return %v16 : tensor<f32>
}

func.func private @w0(%a0: tensor<f32>, %a1: tensor<4xf32>, %a2: tensor<f32>) -> (tensor<f32>, tensor<4xf32>, tensor<f32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:4 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 1, 2] : (tensor<f32>, tensor<4xf32>, tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<4xf32>, tensor<f32>)
  return %r#1, %r#2, %r#3 : tensor<f32>, tensor<4xf32>, tensor<f32>
}

func.func private @w1(%a0: tensor<f32>, %a1: tensor<4xf32>, %a2: tensor<f32>) -> (tensor<f32>, tensor<4xf32>, tensor<f32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %v1 = cjax.constant dense<[1.0, 1.0, 1.0, 1.0]> : tensor<4xf32>
  %v2 = cjax.constant dense<1.0> : tensor<f32>
  %r:6 = cjax.jvp @w0(%a0, %a1, %a2, %v0, %v1, %v2) wrt [0, 1, 2] : (tensor<f32>, tensor<4xf32>, tensor<f32>, tensor<f32>, tensor<4xf32>, tensor<f32>) -> (tensor<f32>, tensor<4xf32>, tensor<f32>, tensor<f32>, tensor<4xf32>, tensor<f32>)
  return %r#3, %r#4, %r#5 : tensor<f32>, tensor<4xf32>, tensor<f32>
}
func.func @main() {
  %v0 = cjax.constant dense<0.30000001192092896> : tensor<f32>
  %v1 = cjax.constant dense<[0.4412274956703186, -0.3308701515197754, 2.4307711124420166, -0.2520921230316162]> : tensor<4xf32>
  %v2 = cjax.constant dense<0.699999988079071> : tensor<f32>
  %out:3 = call @w1(%v0, %v1, %v2) : (tensor<f32>, tensor<4xf32>, tensor<f32>) -> (tensor<f32>, tensor<4xf32>, tensor<f32>)
  %v3 = cjax.constant dense<-0.2657160758972168> : tensor<f32>
  %v4 = cjax.constant dense<0.00019999999494757503> : tensor<f32>
  %d0 = cjax.sub %out#0, %v3 : tensor<f32>
  %e0 = cjax.abs %d0 : tensor<f32>
  %l0 = cjax.le %e0, %v4 : tensor<f32> -> tensor<i1>
  %ok0 = cjax.copy %l0 : tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[0.16109773516654968, -0.8477405905723572, 2.1398446559906006, 0.0]> : tensor<4xf32>
  %v6 = cjax.constant dense<[0.0004279689455870539, 0.0004279689455870539, 0.0004279689455870539, 0.0004279689455870539]> : tensor<4xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<4xf32>
  %e1 = cjax.abs %d1 : tensor<4xf32>
  %l1 = cjax.le %e1, %v6 : tensor<4xf32> -> tensor<4xi1>
  %ok1 = cjax.reduce_and %l1 over [0] : tensor<4xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  %v7 = cjax.constant dense<4.47109842300415> : tensor<f32>
  %v8 = cjax.constant dense<0.0008942196727730334> : tensor<f32>
  %d2 = cjax.sub %out#2, %v7 : tensor<f32>
  %e2 = cjax.abs %d2 : tensor<f32>
  %l2 = cjax.le %e2, %v8 : tensor<f32> -> tensor<i1>
  %ok2 = cjax.copy %l2 : tensor<i1>
  cjax.check %ok2, ["result 2 differs\0A"] as [] : tensor<i1>
  return
}
