// RUN: cjax-lower %s -o %t && %t | FileCheck %s
func.func private @pick(%i: tensor<i32>, %x: tensor<10xi32>) -> (tensor<10xi32>, tensor<i32>) {
  %one = cjax.constant dense<1> : tensor<i32>
  %r:2 = cjax.case %i : (tensor<i32>) -> (tensor<10xi32>, tensor<i32>) {
    cjax.yield %x, %one : tensor<10xi32>, tensor<i32>
  }, {
    %y = cjax.add %x, %x : tensor<10xi32>
    cjax.yield %y, %i : tensor<10xi32>, tensor<i32>
  }, {
    %z = cjax.constant dense<7> : tensor<10xi32>
    cjax.yield %z, %i : tensor<10xi32>, tensor<i32>
  }
  func.return %r#0, %r#1 : tensor<10xi32>, tensor<i32>
}
func.func @main() {
  %x = cjax.iota dim 0 : tensor<10xi32>
  %i = cjax.constant dense<-1> : tensor<i32>
  %j = cjax.constant dense<1> : tensor<i32>
  %k = cjax.constant dense<9> : tensor<i32>
  // CHECK: [0 1 2 3 4 5 6 7 8 9] 1
  %a:2 = func.call @pick(%i, %x) : (tensor<i32>, tensor<10xi32>) -> (tensor<10xi32>, tensor<i32>)
  cjax.print ["", " ", "\n"] with %a#0, %a#1 : tensor<10xi32>, tensor<i32> as ["str", "str"]
  // CHECK-NEXT: [ 0  2  4  6  8 10 12 14 16 18] 1
  %b:2 = func.call @pick(%j, %x) : (tensor<i32>, tensor<10xi32>) -> (tensor<10xi32>, tensor<i32>)
  cjax.print ["", " ", "\n"] with %b#0, %b#1 : tensor<10xi32>, tensor<i32> as ["str", "str"]
  // CHECK-NEXT: [7 7 7 7 7 7 7 7 7 7] 9
  %c:2 = func.call @pick(%k, %x) : (tensor<i32>, tensor<10xi32>) -> (tensor<10xi32>, tensor<i32>)
  cjax.print ["", " ", "\n"] with %c#0, %c#1 : tensor<10xi32>, tensor<i32> as ["str", "str"]
  // CHECK-NEXT: [ 0  2  4  6  8 10 12 14 16 18] [7 7 7 7 7 7 7 7 7 7]
  cjax.print ["", " ", "\n"] with %b#0, %c#0 : tensor<10xi32>, tensor<10xi32> as ["str", "str"]
  %p = cjax.lt %i, %j : tensor<i32> -> tensor<i1>
  %d = cjax.case %p : (tensor<i1>) -> (tensor<10xi32>) {
    cjax.yield %x : tensor<10xi32>
  }, {
    %y = cjax.add %x, %c#0 : tensor<10xi32>
    cjax.yield %y : tensor<10xi32>
  }
  // CHECK-NEXT: [ 7  8  9 10 11 12 13 14 15 16] True
  cjax.print ["", " ", "\n"] with %d, %p : tensor<10xi32>, tensor<i1> as ["str", "str"]
  func.return
}
