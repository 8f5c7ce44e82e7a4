// RUN: cjax-opt --expand-transforms --interpret %s
// RUN: cjax-opt --pipeline %s > %t.mlir && cjax-lower %t.mlir -o %t && %t
// vmap of VJP of where, flips, pads, concatenation, clip, products, against the values of jax 0.10.2.

func.func private @_where(%v0: tensor<4x3xi1>, %v1: tensor<4x3xf32>, %v2: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v3 = cjax.select_n %v0, %v2, %v1 : tensor<4x3xi1>, tensor<4x3xf32>, tensor<4x3xf32> -> tensor<4x3xf32>
  return %v3 : tensor<4x3xf32>
}

func.func private @_pad(%v0: tensor<4x3xf32>, %v1: tensor<i32>) -> (tensor<6x5xf32>) {
  %v2 = cjax.convert_element_type %v1 : tensor<i32> -> tensor<f32>
  %v3 = cjax.pad %v0, %v2 low [1, 1] high [1, 1] interior [0, 0] : (tensor<4x3xf32>, tensor<f32>) -> tensor<6x5xf32>
  return %v3 : tensor<6x5xf32>
}

func.func private @clip(%v0: tensor<4x3xf32>, %v1: tensor<f32>, %v2: tensor<f32>) -> (tensor<4x3xf32>) {
  %v3 = cjax.broadcast_in_dim %v1 dims [] : tensor<f32> -> tensor<4x3xf32>
  %v4 = cjax.max %v3, %v0 : tensor<4x3xf32>
  %v5 = cjax.broadcast_in_dim %v2 dims [] : tensor<f32> -> tensor<4x3xf32>
  %v6 = cjax.min %v5, %v4 : tensor<4x3xf32>
  return %v6 : tensor<4x3xf32>
}

func.func private @f(%v0: tensor<4x3xf32>) -> (tensor<f32>) {
  %v1 = cjax.constant dense<0.0> : tensor<f32>
  %v2 = cjax.broadcast_in_dim %v1 dims [] : tensor<f32> -> tensor<4x3xf32>
  %v3 = cjax.gt %v0, %v2 : tensor<4x3xf32> -> tensor<4x3xi1>
  %v4 = cjax.abs %v0 : tensor<4x3xf32>
  %v5 = cjax.log1p %v4 : tensor<4x3xf32>
  %v6 = cjax.integer_pow %v0 {y = 3 : i64} : tensor<4x3xf32>
  %v7 = func.call @_where(%v3, %v5, %v6) : (tensor<4x3xi1>, tensor<4x3xf32>, tensor<4x3xf32>) -> (tensor<4x3xf32>)
  %v8 = cjax.slice %v7 from [0, 1] to [4, 3] by [1, 1] : tensor<4x3xf32> -> tensor<4x2xf32>
  %v9 = cjax.rev %v8 dims [0] : tensor<4x2xf32> -> tensor<4x2xf32>
  %v10 = cjax.transpose %v9 perm [1, 0] : tensor<4x2xf32> -> tensor<2x4xf32>
  %v11 = cjax.constant dense<0> : tensor<i32>
  %v12 = func.call @_pad(%v0, %v11) : (tensor<4x3xf32>, tensor<i32>) -> (tensor<6x5xf32>)
  %v13 = cjax.slice %v12 from [1, 2] to [3, 5] by [1, 1] : tensor<6x5xf32> -> tensor<2x3xf32>
  %v14 = cjax.reduce_sum %v13 over [0, 1] : tensor<2x3xf32> -> tensor<f32>
  %v15 = cjax.broadcast_in_dim %v14 dims [] : tensor<f32> -> tensor<2x4xf32>
  %v16 = cjax.mul %v10, %v15 : tensor<2x4xf32>
  %v17 = cjax.reduce_sum %v16 over [0, 1] : tensor<2x4xf32> -> tensor<f32>
  %v18 = cjax.mul %v0, %v0 : tensor<4x3xf32>
  %v19 = cjax.concatenate %v0, %v18 dim 0 : (tensor<4x3xf32>, tensor<4x3xf32>) -> tensor<8x3xf32>
  %v20 = cjax.reduce_sum %v19 over [0, 1] : tensor<8x3xf32> -> tensor<f32>
  %v21 = cjax.add %v17, %v20 : tensor<f32>
  %v22 = cjax.constant dense<-0.5> : tensor<f32>
  %v23 = cjax.constant dense<0.5> : tensor<f32>
  %v24 = func.call @clip(%v0, %v22, %v23) : (tensor<4x3xf32>, tensor<f32>, tensor<f32>) -> (tensor<4x3xf32>)
  %v25 = cjax.reduce_sum %v24 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v26 = cjax.add %v21, %v25 : tensor<f32>
  %v27 = cjax.mul %v0, %v0 : tensor<4x3xf32>
  %v28 = cjax.constant dense<1.0> : tensor<f32>
  %v29 = cjax.broadcast_in_dim %v28 dims [] : tensor<f32> -> tensor<4x3xf32>
  %v30 = cjax.add %v29, %v27 : tensor<4x3xf32>
  %v31 = cjax.div %v0, %v30 : tensor<4x3xf32>
  %v32 = cjax.reduce_sum %v31 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v33 = cjax.add %v26, %v32 : tensor<f32>
  %v34 = cjax.mul %v0, %v0 : tensor<4x3xf32>
  %v35 = cjax.constant dense<1.0> : tensor<f32>
  %v36 = cjax.broadcast_in_dim %v35 dims [] : tensor<f32> -> tensor<4x3xf32>
  %v37 = cjax.add %v34, %v36 : tensor<4x3xf32>
  %v38 = cjax.sqrt %v37 : tensor<4x3xf32>
  %v39 = cjax.reduce_prod %v38 over [0, 1] : tensor<4x3xf32> -> tensor<f32>
  %v40 = cjax.add %v33, %v39 : tensor<f32>
  return %v40 : tensor<f32>
}

func.func private @w0(%a0: tensor<4x3xf32>) -> (tensor<4x3xf32>) {
  %v0 = cjax.constant dense<1.0> : tensor<f32>
  %r:2 = cjax.vjp @f(%a0, %v0) wrt [0] : (tensor<4x3xf32>, tensor<f32>) -> (tensor<f32>, tensor<4x3xf32>)
  return %r#1 : tensor<4x3xf32>
}

func.func private @w1(%a0: tensor<3x4x3xf32>) -> (tensor<3x4x3xf32>) {
  %r:1 = cjax.vmap @w0(%a0) in [0] out [0] size 3 : (tensor<3x4x3xf32>) -> (tensor<3x4x3xf32>)
  return %r#0 : tensor<3x4x3xf32>
}
func.func @main() {
  %v0 = cjax.constant dense<[[[0.001108554657548666, -0.28954407572746277, -1.116066336631775], [-0.012882757000625134, -0.37836146354675293, -0.48113536834716797], [-1.5173311233520508, -0.49087199568748474, -0.24068057537078857], [-0.6479474306106567, 0.6358910799026489, 1.7401173114776611]], [[0.0004434218571987003, -0.11581762880086899, -0.44642654061317444], [-0.005153102800250053, -0.15134458243846893, -0.19245414435863495], [-0.6069324612617493, -0.19634880125522614, -0.09627223014831543], [-0.2591789662837982, 0.2543564438819885, 0.6960469484329224]], [[-0.00022171092859935015, 0.057908814400434494, 0.22321327030658722], [0.0025765514001250267, 0.07567229121923447, 0.09622707217931747], [0.30346623063087463, 0.09817440062761307, 0.048136115074157715], [0.1295894831418991, -0.12717822194099426, -0.3480234742164612]]]> : tensor<3x4x3xf32>
  %out = call @w1(%v0) : (tensor<3x4x3xf32>) -> (tensor<3x4x3xf32>)
  %v1 = cjax.constant dense<[[[3.0143232345581055, -1.4991347789764404, -15.38623332977295], [2.8330326080322266, -2.9013967514038086, -4.508434295654297], [-7.1732869148254395, -4.447196960449219, -0.5184305310249329], [-4.9931817054748535, 6.135406494140625, 8.247684478759766]], [[3.001669406890869, 3.13604998588562, 1.1100578308105469], [2.980513334274292, 2.9529149532318115, 2.7274081707000732], [-0.6598750352859497, 2.0600032806396484, 2.5864174365997314], [1.8718072175979614, 3.0334043502807617, 2.9199113845825195]], [[2.9992971420288086, 4.120609283447266, 4.446710586547852], [3.008147716522217, 4.162558078765869, 4.208950519561768], [3.693279266357422, 3.6941781044006348, 3.5777511596679688], [3.359286308288574, 2.5739569664001465, 1.8046178817749023]]]> : tensor<3x4x3xf32>
  %v2 = cjax.constant dense<[[[0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637]], [[0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637]], [[0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637], [0.0030772467143833637, 0.0030772467143833637, 0.0030772467143833637]]]> : tensor<3x4x3xf32>
  %d0 = cjax.sub %out, %v1 : tensor<3x4x3xf32>
  %e0 = cjax.abs %d0 : tensor<3x4x3xf32>
  %l0 = cjax.le %e0, %v2 : tensor<3x4x3xf32> -> tensor<3x4x3xi1>
  %ok0 = cjax.reduce_and %l0 over [0, 1, 2] : tensor<3x4x3xi1> -> tensor<i1>
  cjax.check %ok0, ["result 0 differs\0A"] as [] : tensor<i1>
  return
}
