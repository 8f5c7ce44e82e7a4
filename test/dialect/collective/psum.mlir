// psum, all_gather, axis_index -- the vmap that binds the name turns them into ops on its axis; another maps them.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms %s | FileCheck %s --check-prefix=VMAP
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<f32>) -> (tensor<f32>, tensor<2xf32>, tensor<i32>) {
  // CHECK: cjax.psum %{{.*}} over "i" : tensor<f32>
  %s = cjax.psum %x over "i" : tensor<f32>
  // CHECK: cjax.all_gather %{{.*}} over "i" size 2 : tensor<f32> -> tensor<2xf32>
  %g = cjax.all_gather %x over "i" size 2 : tensor<f32> -> tensor<2xf32>
  // CHECK: cjax.axis_index "i" : tensor<i32>
  %k = cjax.axis_index "i" : tensor<i32>
  return %s, %g, %k : tensor<f32>, tensor<2xf32>, tensor<i32>
}
// VMAP:       func.func private @f.vmap{{.*}}(%arg0: tensor<2xf32>) -> (tensor<f32>
// VMAP-NEXT:    %[[S:.*]] = cjax.reduce_sum %arg0 over [0] : tensor<2xf32> -> tensor<f32>
// VMAP-NEXT:    %[[I:.*]] = cjax.iota
// VMAP-NEXT:    return %[[S]], %arg0, %[[I]]
func.func private @g(%x: tensor<f32>) -> tensor<f32> {
  %s, %g, %k = func.call @f(%x) : (tensor<f32>) -> (tensor<f32>, tensor<2xf32>, tensor<i32>)
  %t = cjax.reduce_sum %g over [0] : tensor<2xf32> -> tensor<f32>
  %y = cjax.mul %s, %t : tensor<f32>
  return %y : tensor<f32>
}
func.func private @grad(%x: tensor<f32>) -> tensor<f32> {
  %one = cjax.constant dense<1.0> : tensor<f32>
  %p:2 = cjax.vjp @g(%x, %one) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %p#1 : tensor<f32>
}
func.func private @rows(%x: tensor<3xf32>) -> (tensor<3xf32>, tensor<3x2xf32>, tensor<3xi32>) {
  %y:3 = cjax.vmap @f(%x) in [0] out [0, 0, 0] size 3 {axis_name = "j"} : (tensor<3xf32>) -> (tensor<3xf32>, tensor<3x2xf32>, tensor<3xi32>)
  return %y#0, %y#1, %y#2 : tensor<3xf32>, tensor<3x2xf32>, tensor<3xi32>
}
func.func @main() {
  %x = cjax.constant dense<[1.0, 3.0]> : tensor<2xf32>
  %y:3 = cjax.vmap @f(%x) in [0] out [0, 0, 0] size 2 {axis_name = "i"} : (tensor<2xf32>) -> (tensor<2xf32>, tensor<2x2xf32>, tensor<2xi32>)
  %g = cjax.vmap @grad(%x) in [0] out [0] size 2 {axis_name = "i"} : (tensor<2xf32>) -> tensor<2xf32>
  cjax.print ["", " ", " ", "\0A"] with %y#0, %y#2, %g : tensor<2xf32>, tensor<2xi32>, tensor<2xf32> as ["str", "str", "str"]
  // EXEC: (4. 4.) (0 1) (16. 16.)
  %m = cjax.constant dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>
  %r:3 = cjax.vmap @rows(%m) in [0] out [0, 0, 0] size 2 {axis_name = "i"} : (tensor<2x3xf32>) -> (tensor<2x3xf32>, tensor<2x3x2xf32>, tensor<2x3xi32>)
  cjax.print ["", " ", "\0A"] with %r#0, %r#2 : tensor<2x3xf32>, tensor<2x3xi32> as ["str", "str"]
  // EXEC-NEXT: ((5. 7. 9.)
  // EXEC-NEXT:  (5. 7. 9.)) ((0 0 0)
  // EXEC-NEXT:  (1 1 1))
  return
}
