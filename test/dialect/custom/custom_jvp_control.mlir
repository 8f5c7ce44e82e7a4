// custom_jvp_control.mlir -- a rule that takes the jvp of a loop with a branch in it: reverse mode splits both.
// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=EXEC

func.func private @f(%x: tensor<f32>, %ts: tensor<3xf32>) -> tensor<f32> {
  %k = cjax.constant dense<2.0> : tensor<f32>
  %y = cjax.scan %x, %ts carry 1 length 3 : (tensor<f32>, tensor<3xf32>) -> tensor<f32> do {
  ^bb0(%c: tensor<f32>, %t: tensor<f32>):
    %p = cjax.gt %t, %k : tensor<f32> -> tensor<i1>
    %s = cjax.case %p : (tensor<i1>) -> tensor<f32> {
      %a = cjax.mul %c, %t : tensor<f32>
      cjax.yield %a : tensor<f32>
    }, {
      %a = cjax.mul %c, %c : tensor<f32>
      cjax.yield %a : tensor<f32>
    }
    cjax.yield %s : tensor<f32>
  }
  return %y : tensor<f32>
}
func.func private @rule(%x: tensor<f32>, %ts: tensor<3xf32>, %dx: tensor<f32>, %dts: tensor<3xf32>) -> (tensor<f32>, tensor<f32>) {
  %r:2 = cjax.jvp @f(%x, %ts, %dx, %dts) wrt [0, 1]
    : (tensor<f32>, tensor<3xf32>, tensor<f32>, tensor<3xf32>) -> (tensor<f32>, tensor<f32>)
  return %r#0, %r#1 : tensor<f32>, tensor<f32>
}
func.func private @g(%x: tensor<f32>, %ts: tensor<3xf32>) -> tensor<f32> {
  %y = cjax.custom_jvp_call @f(%x, %ts) jvp @rule [2, 0, 0] : (tensor<f32>, tensor<3xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

// The values in one loop, the tangents in another.
// CHECK-LABEL: func.func private @g.pull(
// CHECK-NOT:     cjax.gt
// CHECK:         cjax.scan {{.*}} reverse
// CHECK:           cjax.case
func.func @main() {
  %x = cjax.constant dense<2.0> : tensor<f32>
  %one = cjax.constant dense<1.0> : tensor<f32>
  %ts = cjax.constant dense<[1.0, 2.0, 3.0]> : tensor<3xf32>
  %r:3 = cjax.vjp @g(%x, %ts, %one) wrt [0, 1]
    : (tensor<f32>, tensor<3xf32>, tensor<f32>) -> (tensor<f32>, tensor<f32>, tensor<3xf32>)
  // EXEC: 16.0 16.0 [32. 16.  0.]
  cjax.print ["", " ", " ", "\0A"] with %r#0, %r#1, %r#2 : tensor<f32>, tensor<f32>, tensor<3xf32> as ["str", "str", "str"]
  return
}
