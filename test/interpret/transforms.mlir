// transforms.mlir -- vmap of grad of a function, run without expanding it before; in a loop.
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %s = cjax.sin %x : tensor<f32>
  %y = cjax.mul %s, %x : tensor<f32>
  return %y : tensor<f32>
}

func.func private @df(%x: tensor<f32>) -> tensor<f32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %r:2 = cjax.vjp @f(%x, %one) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %r#1 : tensor<f32>
}

func.func @main() {
  %x = cjax.constant dense<[0.0, 1.0, 2.0]> : tensor<3xf32>
  %one = cjax.constant dense<1.0> : tensor<f32>
  %d = func.call @df(%one) : (tensor<f32>) -> tensor<f32>
  // CHECK: 1.3817732
  cjax.print ["", "\0A"] with %d : tensor<f32> as ["str"]
  %y = cjax.vmap @df(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  // CHECK-NEXT: {{^}}[0.         1.3817732  0.07700372]
  cjax.print ["", "\0A"] with %y : tensor<3xf32> as ["str"]
  %z = cjax.scan %x carry 1 length 2 : (tensor<3xf32>) -> tensor<3xf32> do {
  ^bb0(%c: tensor<3xf32>):
    %n = cjax.vmap @df(%c) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
    cjax.yield %n : tensor<3xf32>
  }
  // CHECK-NEXT: {{^}}[0.         1.2418227  0.15370317]
  cjax.print ["", "\0A"] with %z : tensor<3xf32> as ["str"]
  return
}
