// while.mlir -- a loop on two carries: the Collatz steps of 27; and one that never runs.
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func @main() {
  %n = cjax.constant dense<27> : tensor<i32>
  %zero = cjax.constant dense<0> : tensor<i32>
  %one = cjax.constant dense<1> : tensor<i32>
  %two = cjax.constant dense<2> : tensor<i32>
  %three = cjax.constant dense<3> : tensor<i32>
  %r:2 = cjax.while %n, %zero : (tensor<i32>, tensor<i32>) -> (tensor<i32>, tensor<i32>) cond {
  ^bb0(%x: tensor<i32>, %k: tensor<i32>):
    %go = cjax.ne %x, %one : tensor<i32> -> tensor<i1>
    cjax.yield %go : tensor<i1>
  } do {
  ^bb0(%x: tensor<i32>, %k: tensor<i32>):
    %bit = cjax.and %x, %one : tensor<i32>
    %odd = cjax.eq %bit, %one : tensor<i32> -> tensor<i1>
    %next = cjax.case %odd : (tensor<i1>) -> tensor<i32> {
      %half = cjax.div %x, %two : tensor<i32>
      cjax.yield %half : tensor<i32>
    }, {
      %triple = cjax.mul %x, %three : tensor<i32>
      %up = cjax.add %triple, %one : tensor<i32>
      cjax.yield %up : tensor<i32>
    }
    %k1 = cjax.add %k, %one : tensor<i32>
    cjax.yield %next, %k1 : tensor<i32>, tensor<i32>
  }
  // CHECK: 1 after 111 steps
  cjax.print ["", " after ", " steps\0A"] with %r#0, %r#1 : tensor<i32>, tensor<i32> as ["str", "str"]
  %never = cjax.while %n : (tensor<i32>) -> tensor<i32> cond {
  ^bb0(%x: tensor<i32>):
    %go = cjax.lt %x, %one : tensor<i32> -> tensor<i1>
    cjax.yield %go : tensor<i1>
  } do {
  ^bb0(%x: tensor<i32>):
    cjax.yield %one : tensor<i32>
  }
  // CHECK-NEXT: 27
  cjax.print ["", "\0A"] with %never : tensor<i32> as ["str"]
  return
}
