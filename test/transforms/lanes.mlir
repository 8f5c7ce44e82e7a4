// lanes.mlir -- loops that every element goes through by itself are in kernels; others are not.
// RUN: cjax-opt --simplify-lanes --fuse %s | FileCheck %s

// Two vmaps of a while: what keeps lanes of rows that are done goes, and the loop is in a kernel.
// CHECK-LABEL: func.func @nested
// CHECK-NEXT:  cjax.fusion
// CHECK:         cjax.while
// CHECK:         do {
// CHECK-NOT:     reduce_or
// CHECK:         cjax.select_n
// CHECK-NOT:     cjax.select_n
// CHECK:       return
func.func @nested(%x: tensor<4x32xf32>) -> tensor<4x32xf32> {
  %0 = cjax.while %x : (tensor<4x32xf32>) -> tensor<4x32xf32> cond {
  ^bb0(%a: tensor<4x32xf32>):
    %m = cjax.constant dense<9.0> : tensor<4x32xf32>
    %p = cjax.lt %a, %m : tensor<4x32xf32> -> tensor<4x32xi1>
    %r = cjax.reduce_or %p over [1] : tensor<4x32xi1> -> tensor<4xi1>
    %q = cjax.reduce_or %r over [0] : tensor<4xi1> -> tensor<i1>
    cjax.yield %q : tensor<i1>
  } do {
  ^bb0(%a: tensor<4x32xf32>):
    %m = cjax.constant dense<9.0> : tensor<4x32xf32>
    %p = cjax.lt %a, %m : tensor<4x32xf32> -> tensor<4x32xi1>
    %r = cjax.reduce_or %p over [1] : tensor<4x32xi1> -> tensor<4xi1>
    %y = cjax.add %a, %a : tensor<4x32xf32>
    %s = cjax.select_n %p, %a, %y : tensor<4x32xi1>, tensor<4x32xf32>, tensor<4x32xf32> -> tensor<4x32xf32>
    %b = cjax.broadcast_in_dim %r dims [0] : tensor<4xi1> -> tensor<4x32xi1>
    %t = cjax.select_n %b, %a, %s : tensor<4x32xi1>, tensor<4x32xf32>, tensor<4x32xf32> -> tensor<4x32xf32>
    cjax.yield %t : tensor<4x32xf32>
  }
  return %0 : tensor<4x32xf32>
}

// All lanes go on while one does: no lane may end before the others.
// CHECK-LABEL: func.func @together
// CHECK-NEXT:  cjax.while
func.func @together(%x: tensor<32xf32>) -> tensor<32xf32> {
  %0 = cjax.while %x : (tensor<32xf32>) -> tensor<32xf32> cond {
  ^bb0(%a: tensor<32xf32>):
    %m = cjax.constant dense<9.0> : tensor<32xf32>
    %p = cjax.lt %a, %m : tensor<32xf32> -> tensor<32xi1>
    %q = cjax.reduce_or %p over [0] : tensor<32xi1> -> tensor<i1>
    cjax.yield %q : tensor<i1>
  } do {
  ^bb0(%a: tensor<32xf32>):
    %y = cjax.add %a, %a : tensor<32xf32>
    cjax.yield %y : tensor<32xf32>
  }
  return %0 : tensor<32xf32>
}

// Lanes look at each other.
// CHECK-LABEL: func.func @neighbours
// CHECK-NEXT:  cjax.scan
func.func @neighbours(%x: tensor<32xf32>) -> tensor<32xf32> {
  %0 = cjax.scan %x carry 1 length 5 : (tensor<32xf32>) -> tensor<32xf32> do {
  ^bb0(%a: tensor<32xf32>):
    %y = cjax.rev %a dims [0] : tensor<32xf32> -> tensor<32xf32>
    %z = cjax.add %a, %y : tensor<32xf32>
    cjax.yield %z : tensor<32xf32>
  }
  return %0 : tensor<32xf32>
}
