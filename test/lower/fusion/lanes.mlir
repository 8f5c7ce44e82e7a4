// lanes.mlir -- a block of lanes goes through a loop in registers; what is left by eights and ones.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && diff %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && diff %t.want %t.got

func.func private @f(%x: tensor<43xi32>, %k: tensor<i32>) -> tensor<43xi32> {
  // CHECK: vector.load {{.*}} vector<32xi32>
  // CHECK: scf.while {{.*}} vector<32xi32>
  // CHECK: vector.reduction <or>
  // CHECK: vector.store {{.*}} vector<32xi32>
  // CHECK: scf.while {{.*}} vector<8xi32>
  // CHECK: scf.while {{.*}} : (i32, i32) -> (i32, i32)
  %0 = cjax.fusion %x, %k : (tensor<43xi32>, tensor<i32>) -> tensor<43xi32> {
  ^bb0(%xs: tensor<43xi32>, %by: tensor<i32>):
    %zero = cjax.constant dense<0> : tensor<43xi32>
    %1:2 = cjax.while %xs, %zero : (tensor<43xi32>, tensor<43xi32>) -> (tensor<43xi32>, tensor<43xi32>) cond {
    ^bb0(%a: tensor<43xi32>, %n: tensor<43xi32>):
      %m = cjax.constant dense<900> : tensor<43xi32>
      %p = cjax.lt %a, %m : tensor<43xi32> -> tensor<43xi1>
      %q = cjax.reduce_or %p over [0] : tensor<43xi1> -> tensor<i1>
      cjax.yield %q : tensor<i1>
    } do {
    ^bb0(%a: tensor<43xi32>, %n: tensor<43xi32>):
      %m = cjax.constant dense<900> : tensor<43xi32>
      %p = cjax.lt %a, %m : tensor<43xi32> -> tensor<43xi1>
      %bys = cjax.broadcast_in_dim %by dims [] : tensor<i32> -> tensor<43xi32>
      %y = cjax.mul %a, %bys : tensor<43xi32>
      %one = cjax.constant dense<1> : tensor<43xi32>
      %n1 = cjax.add %n, %one : tensor<43xi32>
      %s = cjax.select_n %p, %a, %y : tensor<43xi1>, tensor<43xi32>, tensor<43xi32> -> tensor<43xi32>
      %t = cjax.select_n %p, %n, %n1 : tensor<43xi1>, tensor<43xi32>, tensor<43xi32> -> tensor<43xi32>
      cjax.yield %s, %t : tensor<43xi32>, tensor<43xi32>
    }
    %2 = cjax.add %1#0, %1#1 : tensor<43xi32>
    cjax.yield %2 : tensor<43xi32>
  }
  return %0 : tensor<43xi32>
}
func.func @main() {
  %i = cjax.iota dim 0 : tensor<43xi32>
  %one = cjax.constant dense<1> : tensor<43xi32>
  %x = cjax.add %i, %one : tensor<43xi32>
  %k = cjax.constant dense<3> : tensor<i32>
  %0 = call @f(%x, %k) : (tensor<43xi32>, tensor<i32>) -> tensor<43xi32>
  cjax.print ["", "\0A"] with %0 : tensor<43xi32> as ["str"]
  return
}
