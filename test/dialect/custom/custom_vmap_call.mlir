// custom_vmap_call -- x + c, whose form over an axis of two elements is 10 x + c; derivatives and other sizes take the function.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @add(%x: tensor<f32>, %c: tensor<f32>) -> tensor<f32> {
  %y = cjax.add %x, %c : tensor<f32>
  return %y : tensor<f32>
}
func.func private @rule(%x: tensor<2xf32>, %c: tensor<f32>) -> tensor<2xf32> {
  %ten = cjax.constant dense<10.0> : tensor<2xf32>
  %0 = cjax.mul %x, %ten : tensor<2xf32>
  %1 = cjax.broadcast_in_dim %c dims [] : tensor<f32> -> tensor<2xf32>
  %2 = cjax.add %0, %1 : tensor<2xf32>
  return %2 : tensor<2xf32>
}
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %c = cjax.constant dense<3.0> : tensor<f32>
  // CHECK: cjax.custom_vmap_call @add(%{{.*}}, %{{.*}}) rule @rule [2, 0, 0] in [1, 0] out [1] size 2
  %y = cjax.custom_vmap_call @add(%x, %c) rule @rule [2, 0, 0] in [1, 0] out [1] size 2 : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @main() {
  %x = cjax.constant dense<1.0> : tensor<f32>
  %y = call @f(%x) : (tensor<f32>) -> tensor<f32>
  %j:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  %b = cjax.constant dense<[0.0, 1.0]> : tensor<2xf32>
  %m = cjax.vmap @f(%b) in [0] out [0] size 2 : (tensor<2xf32>) -> tensor<2xf32>
  %d = cjax.constant dense<[0.0, 1.0, 2.0]> : tensor<3xf32>
  %n = cjax.vmap @f(%d) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  cjax.print ["", " ", " ", " ", "\0A"] with %y, %j#1, %m, %n : tensor<f32>, tensor<f32>, tensor<2xf32>, tensor<3xf32> as ["str", "str", "str", "str"]
  // EXEC: 4.0 1.0 ( 3. 13.) (3. 4. 5.)
  return
}
