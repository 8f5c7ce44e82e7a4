// several.mlir -- several results: elementwise, reduced, of different shape.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<3x5xf32>, %arg1: tensor<3x5xf32>) -> (tensor<3x5xf32>, tensor<3x5xi1>, tensor<3xf32>, tensor<f32>,
      tensor<5xf32>, tensor<3x5xf32>) {
  %0:6 = cjax.fusion %arg0, %arg1 : (tensor<3x5xf32>, tensor<3x5xf32>) -> (tensor<3x5xf32>, tensor<3x5xi1>, tensor<3xf32>, tensor<f32>,
      tensor<5xf32>, tensor<3x5xf32>) {
  ^bb0(%arg2: tensor<3x5xf32>, %arg3: tensor<3x5xf32>):
    %1 = cjax.tanh %arg2 : tensor<3x5xf32>
    %2 = cjax.mul %1, %arg3 : tensor<3x5xf32>
    %3 = cjax.gt %arg2, %arg3 : tensor<3x5xf32> -> tensor<3x5xi1>
    %4 = cjax.mul %arg2, %arg3 : tensor<3x5xf32>
    %5 = cjax.reduce_sum %4 over [1] : tensor<3x5xf32> -> tensor<3xf32>
    %6 = cjax.reduce_max %arg2 over [0, 1] : tensor<3x5xf32> -> tensor<f32>
    %7 = cjax.exp %arg3 : tensor<3x5xf32>
    %8 = cjax.reduce_sum %7 over [0] : tensor<3x5xf32> -> tensor<5xf32>
    cjax.yield %2, %3, %5, %6, %8, %arg2 : tensor<3x5xf32>, tensor<3x5xi1>, tensor<3xf32>, tensor<f32>, tensor<5xf32>, tensor<3x5xf32>
  }
  return %0#0, %0#1, %0#2, %0#3, %0#4, %0#5 : tensor<3x5xf32>, tensor<3x5xi1>, tensor<3xf32>, tensor<f32>, tensor<5xf32>, tensor<3x5xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.111964218, 0.958392977, -0.155861765, -0.422806561, 0.102042675], [0.90569663, 0.33042559, 0.67453897,
      -2.02411914, 1.19305742], [2.34060168, 1.33490407, -0.31761995, -0.84844327, 0.277464241]]> : tensor<3x5xf32>
  %1 = cjax.constant dense<[[-0.986975848, 0.72567153, -0.525410473, 0.960663676, 1.36213613], [-2.03225183, 0.292778015, -0.698281228,
      -1.40977991, -0.617342889], [-0.21893388, 1.03368723, -1.52140725, 1.0508126, 2.01806283]]> : tensor<3x5xf32>
  %2:6 = call @f0(%0, %1) : (tensor<3x5xf32>, tensor<3x5xf32>) -> (tensor<3x5xf32>, tensor<3x5xi1>, tensor<3xf32>, tensor<f32>,
      tensor<5xf32>, tensor<3x5xf32>)
  cjax.print ["", "\0A"] with %2#0 : tensor<3x5xf32> as ["str"]
  cjax.print ["", "\0A"] with %2#1 : tensor<3x5xi1> as ["str"]
  cjax.print ["", "\0A"] with %2#2 : tensor<3xf32> as ["str"]
  cjax.print ["", "\0A"] with %2#3 : tensor<f32> as ["str"]
  cjax.print ["", "\0A"] with %2#4 : tensor<5xf32> as ["str"]
  cjax.print ["", "\0A"] with %2#5 : tensor<3x5xf32> as ["str"]
  return
}
