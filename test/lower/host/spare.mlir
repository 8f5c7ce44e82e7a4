// spare.mlir -- a carried array whose next value cannot be made in its place has two places that take turns: nothing is copied.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=OUT

// CHECK-LABEL: func.func @cjax_main
// CHECK:       scf.while (%{{.*}} = %{{.*}}, %{{.*}} = %[[A:.*]], %{{.*}} = %[[B:.*]]) :
// CHECK:       ^bb0(%{{.*}}: i32, %[[X:.*]]: memref<400xi8>, %[[Y:.*]]: memref<400xi8>):
// CHECK-NOT:     memref.copy
// CHECK:         scf.yield %{{.*}}, %[[Y]], %[[X]] :
func.func @main() {
  %zero = cjax.constant dense<0> : tensor<i32>
  %one = cjax.constant dense<1> : tensor<i32>
  %n = cjax.constant dense<3> : tensor<i32>
  %x = cjax.iota dim 0 : tensor<100xi32>
  %r:2 = cjax.while %zero, %x : (tensor<i32>, tensor<100xi32>) -> (tensor<i32>, tensor<100xi32>) cond {
  ^bb0(%i: tensor<i32>, %a: tensor<100xi32>):
    %p = cjax.lt %i, %n : tensor<i32> -> tensor<i1>
    cjax.yield %p : tensor<i1>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<100xi32>):
    %j = cjax.add %i, %one : tensor<i32>
    %b = cjax.rev %a dims [0] : tensor<100xi32> -> tensor<100xi32>
    cjax.yield %j, %b : tensor<i32>, tensor<100xi32>
  }
  // OUT: [99 98 97
  cjax.print ["", "\n"] with %r#1 : tensor<100xi32> as ["str"]
  func.return
}
