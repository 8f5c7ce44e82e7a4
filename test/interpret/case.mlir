// case.mlir -- an index outside the branches takes the nearest one.
// RUN: cjax-opt --interpret %s | FileCheck %s

func.func private @pick(%i: tensor<i32>) {
  %y = cjax.case %i : (tensor<i32>) -> tensor<i32> {
    %a = cjax.constant dense<10> : tensor<i32>
    cjax.yield %a : tensor<i32>
  }, {
    %a = cjax.constant dense<20> : tensor<i32>
    cjax.yield %a : tensor<i32>
  }, {
    cjax.yield %i : tensor<i32>
  }
  cjax.print ["", "\0A"] with %y : tensor<i32> as ["str"]
  return
}

func.func @main() {
  %i = cjax.constant dense<-3> : tensor<i32>
  %j = cjax.constant dense<1> : tensor<i32>
  %k = cjax.constant dense<7> : tensor<i32>
  // CHECK: 10
  func.call @pick(%i) : (tensor<i32>) -> ()
  // CHECK-NEXT: 20
  func.call @pick(%j) : (tensor<i32>) -> ()
  // CHECK-NEXT: 7
  func.call @pick(%k) : (tensor<i32>) -> ()
  return
}
