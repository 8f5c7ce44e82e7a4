// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// JVP of VJP of a layer, against the values of jax 0.10.2.

func.func private @f(%v0: tensor<5x3xf32>, %v1: tensor<3x4xf32>, %v2: tensor<4xf32>) -> (tensor<f32>) {
  %v3 = cjax.dot_general %v0, %v1 contract [1], [0] batch [], [] : (tensor<5x3xf32>, tensor<3x4xf32>) -> tensor<5x4xf32>
  %v4 = cjax.broadcast_in_dim %v2 dims [1] : tensor<4xf32> -> tensor<1x4xf32>
  %v5 = cjax.reshape %v4 : tensor<1x4xf32> -> tensor<4xf32>
  %v6 = cjax.broadcast_in_dim %v5 dims [1] : tensor<4xf32> -> tensor<5x4xf32>
  %v7 = cjax.add %v3, %v6 : tensor<5x4xf32>
  %v8 = cjax.tanh %v7 : tensor<5x4xf32>
  %v9 = cjax.integer_pow %v8 {y = 2 : i64} : tensor<5x4xf32>
  %v10 = cjax.reduce_sum %v9 over [0, 1] : tensor<5x4xf32> -> tensor<f32>
  return %v10 : tensor<f32>
}

func.func private @w0(%a0: tensor<5x3xf32>, %a1: tensor<3x4xf32>, %a2: tensor<4xf32>) -> (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:4 = cjax.vjp @f(%a0, %a1, %a2, %v0) wrt [0, 1, 2] : (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>, tensor<f32>) -> (tensor<f32>, tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>)
  return %r#1, %r#2, %r#3 : tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>
}

func.func private @w1(%a0: tensor<5x3xf32>, %a1: tensor<3x4xf32>, %a2: tensor<4xf32>) -> (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>) {
  %v0 = cjax.constant dense<[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]> : tensor<5x3xf32>
  %v1 = cjax.constant dense<[[1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0]]> : tensor<3x4xf32>
  %v2 = cjax.constant dense<[1.0, 1.0, 1.0, 1.0]> : tensor<4xf32>
  %r:6 = cjax.jvp @w0(%a0, %a1, %a2, %v0, %v1, %v2) wrt [0, 1, 2] : (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>, tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>) -> (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>, tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>)
  return %r#3, %r#4, %r#5 : tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[1.331586480140686, 0.7152789831161499, -1.5454002618789673], [-0.008383849635720253, 0.6213359832763672, -0.7200855612754822], [0.26551157236099243, 0.10854852199554443, 0.004291431047022343], [-0.17460021376609802, 0.43302619457244873, 1.2030373811721802], [-0.9650656580924988, 1.0282740592956543, 0.22863012552261353]]> : tensor<5x3xf32>
  %v1 = cjax.constant dense<[[0.001108554657548666, -0.28954407572746277, -1.116066336631775, -0.012882757000625134], [-0.37836146354675293, -0.48113536834716797, -1.5173311233520508, -0.49087199568748474], [-0.24068057537078857, -0.6479474306106567, 0.6358910799026489, 1.7401173114776611]]> : tensor<3x4xf32>
  %v2 = cjax.constant dense<[0.4412274956703186, -0.3308701515197754, 2.4307711124420166, -0.2520921230316162]> : tensor<4xf32>
  %out:3 = call @w1(%v0, %v1, %v2) : (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>) -> (tensor<5x3xf32>, tensor<3x4xf32>, tensor<4xf32>)
  %v3 = cjax.constant dense<[[-0.354825496673584, -0.6233825087547302, -0.020600326359272003], [0.2309994101524353, 0.36773714423179626, 0.46009328961372375], [-0.6646097898483276, -2.704415798187256, 5.684748649597168], [0.061502933502197266, -0.4052598178386688, -3.5416104793548584], [-1.464274287223816, -3.4714653491973877, 3.723860502243042]]> : tensor<5x3xf32>
  %v4 = cjax.constant dense<[[0.0011369497515261173, 0.0011369497515261173, 0.0011369497515261173], [0.0011369497515261173, 0.0011369497515261173, 0.0011369497515261173], [0.0011369497515261173, 0.0011369497515261173, 0.0011369497515261173], [0.0011369497515261173, 0.0011369497515261173, 0.0011369497515261173], [0.0011369497515261173, 0.0011369497515261173, 0.0011369497515261173]]> : tensor<5x3xf32>
  %d0 = cjax.sub %out#0, %v3 : tensor<5x3xf32>
  %e0 = cjax.abs %d0 : tensor<5x3xf32>
  %l0 = cjax.le %e0, %v4 : tensor<5x3xf32> -> tensor<5x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1] : tensor<5x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  %v5 = cjax.constant dense<[[0.7089382410049438, -2.0414395332336426, 0.6822512745857239, -2.797626256942749], [5.485711574554443, -3.1150832176208496, 1.1850272417068481, 1.1860387325286865], [5.990897178649902, -2.7394094467163086, -0.6771459579467773, -1.739638328552246]]> : tensor<3x4xf32>
  %v6 = cjax.constant dense<[[0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901], [0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901], [0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901, 0.0011981794377788901]]> : tensor<3x4xf32>
  %d1 = cjax.sub %out#1, %v5 : tensor<3x4xf32>
  %e1 = cjax.abs %d1 : tensor<3x4xf32>
  %l1 = cjax.le %e1, %v6 : tensor<3x4xf32> -> tensor<3x4xi1>
  %ok1 = cjax.reduce_and %l1 over [0, 1] : tensor<3x4xi1> -> tensor<i1>
  cjax.check %ok1, ["result 1 differs\0A"] as [] : tensor<i1>
  %v7 = cjax.constant dense<[6.410650253295898, -1.4702355861663818, 1.3266870975494385, 4.105240821838379]> : tensor<4xf32>
  %v8 = cjax.constant dense<[0.0012821300188079476, 0.0012821300188079476, 0.0012821300188079476, 0.0012821300188079476]> : tensor<4xf32>
  %d2 = cjax.sub %out#2, %v7 : tensor<4xf32>
  %e2 = cjax.abs %d2 : tensor<4xf32>
  %l2 = cjax.le %e2, %v8 : tensor<4xf32> -> tensor<4xi1>
  %ok2 = cjax.reduce_and %l2 over [0] : tensor<4xi1> -> tensor<i1>
  cjax.check %ok2, ["result 2 differs\0A"] as [] : tensor<i1>
  return
}
