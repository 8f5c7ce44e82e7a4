// RUN: cjax-lower %s -o %t && %t | FileCheck %s
// Carries that exchange places, a captured array, and an initial value that is needed later.
func.func @main() {
  %zero = cjax.constant dense<0> : tensor<i32>
  %one = cjax.constant dense<1> : tensor<i32>
  %n = cjax.constant dense<3> : tensor<i32>
  %x = cjax.iota dim 0 : tensor<10xi32>
  %y = cjax.add %x, %x : tensor<10xi32>
  %r:4 = cjax.while %zero, %x, %y, %y
      : (tensor<i32>, tensor<10xi32>, tensor<10xi32>, tensor<10xi32>)
     -> (tensor<i32>, tensor<10xi32>, tensor<10xi32>, tensor<10xi32>) cond {
  ^bb0(%i: tensor<i32>, %a: tensor<10xi32>, %b: tensor<10xi32>, %c: tensor<10xi32>):
    %p = cjax.lt %i, %n : tensor<i32> -> tensor<i1>
    cjax.yield %p : tensor<i1>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<10xi32>, %b: tensor<10xi32>, %c: tensor<10xi32>):
    %j = cjax.add %i, %one : tensor<i32>
    %d = cjax.add %c, %x : tensor<10xi32>
    cjax.yield %j, %b, %a, %d : tensor<i32>, tensor<10xi32>, tensor<10xi32>, tensor<10xi32>
  }
  // CHECK: [ 0  2  4  6  8 10 12 14 16 18] [0 1 2 3 4 5 6 7 8 9] [ 0  5 10 15 20 25 30 35 40 45]
  cjax.print ["", " ", " ", "\n"] with %r#1, %r#2, %r#3 : tensor<10xi32>, tensor<10xi32>, tensor<10xi32>
      as ["str", "str", "str"]
  // CHECK-NEXT: [0 1 2 3 4 5 6 7 8 9] [ 0  2  4  6  8 10 12 14 16 18]
  cjax.print ["", " ", "\n"] with %x, %y : tensor<10xi32>, tensor<10xi32> as ["str", "str"]
  func.return
}
