// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | FileCheck %s --check-prefix=DONE
// A batched condition: the loop goes on while any lane does; lanes that are done keep their values.

func.func private @f(%x: tensor<i32>) -> tensor<i32> {
  %two = cjax.constant dense<2> : tensor<i32>
  %max = cjax.constant dense<50> : tensor<i32>
  %0 = cjax.while %x : (tensor<i32>) -> tensor<i32> cond {
  ^bb0(%a: tensor<i32>):
    %p = cjax.lt %a, %max : tensor<i32> -> tensor<i1>
    cjax.yield %p : tensor<i1>
  } do {
  ^bb0(%a: tensor<i32>):
    %y = cjax.mul %a, %two : tensor<i32>
    cjax.yield %y : tensor<i32>
  }
  return %0 : tensor<i32>
}
// DONE: [60 64 50]
func.func @main() {
  %x = cjax.constant dense<[15, 1, 50]> : tensor<3xi32>
  %0 = cjax.vmap @f(%x) in [0] out [0] size 3 : (tensor<3xi32>) -> tensor<3xi32>
  cjax.print ["", "\0A"] with %0 : tensor<3xi32> as ["str"]
  return
}
// CHECK-LABEL: func.func private @f.vmap(
// CHECK:         cjax.while %{{.*}} cond {
// CHECK:           %[[ANY:.*]] = cjax.reduce_or %{{.*}} over [0]
// CHECK-NEXT:      cjax.yield %[[ANY]] : tensor<i1>
// CHECK:         } do {
// CHECK:           cjax.lt
// CHECK:           cjax.select_n
