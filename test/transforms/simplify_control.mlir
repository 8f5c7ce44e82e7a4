// RUN: cjax-opt --simplify %s | FileCheck %s

// %w never changes, %d is not needed, nobody uses the ys.
// CHECK-LABEL: func.func @scan(
// CHECK-SAME:    %[[X:.*]]: tensor<f32>, %[[W:.*]]: tensor<f32>, %[[XS:.*]]: tensor<9xf32>)
// CHECK-NEXT:    %[[R:.*]] = cjax.scan %[[X]] carry 1 length 9 : (tensor<f32>) -> tensor<f32> do {
// CHECK-NEXT:    ^bb0(%[[A:.*]]: tensor<f32>):
// CHECK-NEXT:      %[[P:.*]] = cjax.mul %[[A]], %[[W]]
// CHECK-NEXT:      cjax.yield %[[P]]
// CHECK:         return %[[R]]
func.func @scan(%x: tensor<f32>, %w: tensor<f32>, %xs: tensor<9xf32>) -> tensor<f32> {
  %0:4 = cjax.scan %x, %w, %x, %xs carry 3 length 9
    : (tensor<f32>, tensor<f32>, tensor<f32>, tensor<9xf32>)
    -> (tensor<f32>, tensor<f32>, tensor<f32>, tensor<9xf32>) do {
  ^bb0(%a: tensor<f32>, %b: tensor<f32>, %d: tensor<f32>, %e: tensor<f32>):
    %p = cjax.mul %a, %b : tensor<f32>
    %q = cjax.add %d, %a : tensor<f32>
    %s = cjax.sin %e : tensor<f32>
    cjax.yield %p, %b, %q, %s : tensor<f32>, tensor<f32>, tensor<f32>, tensor<f32>
  }
  return %0#0 : tensor<f32>
}

// The counter decides the loop; a print keeps what it prints.
// CHECK-LABEL: func.func @while(
// CHECK:         cjax.while %{{.*}}, %{{.*}} : (tensor<i32>, tensor<f32>) -> (tensor<i32>, tensor<f32>)
// CHECK:         cjax.print
func.func @while(%n: tensor<i32>, %x: tensor<f32>) {
  %one = cjax.constant dense<1> : tensor<i32>
  %0:3 = cjax.while %one, %x, %x : (tensor<i32>, tensor<f32>, tensor<f32>)
    -> (tensor<i32>, tensor<f32>, tensor<f32>) cond {
  ^bb0(%i: tensor<i32>, %a: tensor<f32>, %b: tensor<f32>):
    %p = cjax.lt %i, %n : tensor<i32> -> tensor<i1>
    cjax.yield %p : tensor<i1>
  } do {
  ^bb0(%i: tensor<i32>, %a: tensor<f32>, %b: tensor<f32>):
    cjax.print ["", "\0A"] with %a : tensor<f32> as ["str"]
    %j = cjax.add %i, %one : tensor<i32>
    %c = cjax.mul %a, %a : tensor<f32>
    %d = cjax.add %a, %b : tensor<f32>
    cjax.yield %j, %c, %d : tensor<i32>, tensor<f32>, tensor<f32>
  }
  return
}

// CHECK-LABEL: func.func @case(
// CHECK-NEXT:    %[[S:.*]] = cjax.sin
// CHECK-NEXT:    return %[[S]]
func.func @case(%x: tensor<f32>) -> tensor<f32> {
  %i = cjax.constant dense<7> : tensor<i32>
  %0 = cjax.case %i : (tensor<i32>) -> tensor<f32> {
    cjax.yield %x : tensor<f32>
  }, {
    %y = cjax.sin %x : tensor<f32>
    cjax.yield %y : tensor<f32>
  }
  return %0 : tensor<f32>
}
