// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=OUT
// RUN: cjax-lower -O0 %s -o %t && %t | FileCheck %s --check-prefix=OUT

// Tiny arrays are scalars in registers.
// CHECK: scf.while {{.*}} : (i32, i32, i32, i32, i32, i32) -> 
// CHECK-NOT: memref
// CHECK: scf.yield
func.func @main() {
  %zero = cjax.constant dense<0> : tensor<i32>
  %one = cjax.constant dense<1> : tensor<i32>
  %ten = cjax.constant dense<10> : tensor<i32>
  %x = cjax.iota dim 0 : tensor<5xi32>
  %r:2 = cjax.while %zero, %x : (tensor<i32>, tensor<5xi32>) -> (tensor<i32>, tensor<5xi32>) cond {
  ^bb0(%i: tensor<i32>, %a: tensor<5xi32>):
    %c = cjax.lt %i, %ten : tensor<i32> -> tensor<i1>
    cjax.yield %c : tensor<i1>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<5xi32>):
    %j = cjax.add %i, %one : tensor<i32>
    %b = cjax.add %a, %a : tensor<5xi32>
    cjax.yield %j, %b : tensor<i32>, tensor<5xi32>
  }
  // OUT: 10 [ 0 1024 2048 3072 4096]
  cjax.print ["", " ", "\n"] with %r#0, %r#1 : tensor<i32>, tensor<5xi32> as ["str", "str"]
  func.return
}
