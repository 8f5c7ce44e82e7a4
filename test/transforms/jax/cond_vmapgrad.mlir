// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// vmap of VJP of a branch, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<4xf32>, %v1: tensor<4xf32>) -> (tensor<f32>) {
  %v2 = cjax.reduce_sum %v0 over [0] : tensor<4xf32> -> tensor<f32>
  %v3 = cjax.constant dense<0.0> : tensor<f32>
  %v4 = cjax.gt %v2, %v3 : tensor<f32> -> tensor<i1>
  %v5 = cjax.convert_element_type %v4 : tensor<i1> -> tensor<i32>
  %v6:1 = cjax.case %v5 : (tensor<i32>) -> (tensor<4xf32>) {
    %v7 = cjax.neg %v0 : tensor<4xf32>
    %v8 = cjax.mul %v7, %v0 : tensor<4xf32>
    %v9 = cjax.mul %v8, %v1 : tensor<4xf32>
    %v10 = cjax.exp %v9 : tensor<4xf32>
    %v11 = cjax.mul %v10, %v0 : tensor<4xf32>
    cjax.yield %v11 : tensor<4xf32>
  }, {
    %v12 = cjax.sin %v0 : tensor<4xf32>
    %v13 = cjax.mul %v12, %v1 : tensor<4xf32>
    cjax.yield %v13 : tensor<4xf32>
  }
  %v14 = cjax.reduce_sum %v6#0 over [0] : tensor<4xf32> -> tensor<f32>
  return %v14 : tensor<f32>
}

func.func private @w0(%a0: tensor<4xf32>, %a1: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:3 = cjax.vjp @f(%a0, %a1, %v0) wrt [0, 1] : (tensor<4xf32>, tensor<4xf32>, tensor<f32>) -> (tensor<f32>, tensor<4xf32>, tensor<4xf32>)
  return %r#1, %r#2 : tensor<4xf32>, tensor<4xf32>
}

func.func private @w1(%a0: tensor<3x4xf32>, %a1: tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>) {
  %r:2 = cjax.vmap @w0(%a0, %a1) in [0, 0] out [0, 0] size 3 : (tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>)
  return %r#0, %r#1 : tensor<3x4xf32>, tensor<3x4xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[0.4412274956703186, -0.3308701515197754, 2.4307711124420166, -0.2520921230316162], [0.17649100720882416, -0.13234806060791016, 0.9723084568977356, -0.1008368507027626], [-0.08824550360441208, 0.06617403030395508, -0.4861542284488678, 0.0504184253513813]]> : tensor<3x4xf32>
  %v1 = cjax.constant dense<[[0.4412274956703186, -0.3308701515197754, 2.4307711124420166, -0.2520921230316162], [0.17649100720882416, -0.13234806060791016, 0.9723084568977356, -0.1008368507027626], [-0.08824550360441208, 0.06617403030395508, -0.4861542284488678, 0.0504184253513813]]> : tensor<3x4xf32>
  %out:2 = call @w1(%v0, %v1) : (tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<3x4xf32>, tensor<3x4xf32>)
  %v2 = cjax.constant dense<[[0.3989703357219696, -0.31292375922203064, -1.842101812362671, -0.244124174118042], [0.17374937236309052, -0.13119064271450043, 0.5477926135063171, -0.10032462328672409], [1.0020629167556763, 0.99913090467453, 1.3795441389083862, 0.9996155500411987]]> : tensor<3x4xf32>
  %v3 = cjax.constant dense<[[0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294], [0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294], [0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294, 0.00036842035478912294]]> : tensor<3x4xf32>
  %d0 = cjax.sub %out#0, %v2 : tensor<3x4xf32>
  %e0 = cjax.abs %d0 : tensor<3x4xf32>
  %l0 = cjax.le %e0, %v3 : tensor<3x4xf32> -> tensor<3x4xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<3x4xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v4 = cjax.constant dense<[[0.4270497262477875, -0.3248661160469055, 0.6524565815925598, -0.24943050742149353], [0.17557618021965027, -0.13196203112602234, 0.8261885046958923, -0.10066605359315872], [0.000687663909047842, -0.00028969228151254356, 0.12889109551906586, -0.00012814810907002538]]> : tensor<3x4xf32>
  %v5 = cjax.constant dense<[[0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503], [0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503, 0.00019999999494757503]]> : tensor<3x4xf32>
  %d1 = cjax.sub %out#1, %v4 : tensor<3x4xf32>
  %e1 = cjax.abs %d1 : tensor<3x4xf32>
  %l1 = cjax.le %e1, %v5 : tensor<3x4xf32> -> tensor<3x4xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<3x4xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  return
}
