// scan.mlir -- running sums forwards and backwards; ys keep their positions; a call from a body.
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func private @double(%x: tensor<f32>) -> tensor<f32> {
  %y = cjax.add %x, %x : tensor<f32>
  return %y : tensor<f32>
}

func.func @main() {
  %zero = cjax.constant dense<0.0> : tensor<f32>
  %xs = cjax.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %f:2 = cjax.scan %zero, %xs carry 1 length 4 : (tensor<f32>, tensor<4xf32>) -> (tensor<f32>, tensor<4xf32>) do {
  ^bb0(%c: tensor<f32>, %x: tensor<f32>):
    %s = cjax.add %c, %x : tensor<f32>
    %d = func.call @double(%s) : (tensor<f32>) -> tensor<f32>
    cjax.yield %s, %d : tensor<f32>, tensor<f32>
  }
  // CHECK: 10.0 [ 2.  6. 12. 20.]
  cjax.print ["", " ", "\0A"] with %f#0, %f#1 : tensor<f32>, tensor<4xf32> as ["str", "str"]
  %b:2 = cjax.scan %zero, %xs carry 1 length 4 reverse : (tensor<f32>, tensor<4xf32>) -> (tensor<f32>, tensor<4xf32>) do {
  ^bb0(%c: tensor<f32>, %x: tensor<f32>):
    %s = cjax.add %c, %x : tensor<f32>
    cjax.yield %s, %s : tensor<f32>, tensor<f32>
  }
  // CHECK-NEXT: 10.0 [10.  9.  7.  4.]
  cjax.print ["", " ", "\0A"] with %b#0, %b#1 : tensor<f32>, tensor<4xf32> as ["str", "str"]
  return
}
