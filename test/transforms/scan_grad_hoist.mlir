// scan_grad_hoist.mlir -- a branch that does not change moves out of the loop; the constant that it captures goes along.
// RUN: cjax-opt --expand-transforms %s | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=EXEC

func.func private @f(%x: tensor<2xf32>, %w: tensor<f32>, %p: tensor<i1>) -> tensor<2xf32> {
  %0 = cjax.scan %x carry 1 length 3 : (tensor<2xf32>) -> tensor<2xf32> do {
  ^bb0(%c: tensor<2xf32>):
    %k = cjax.broadcast_in_dim %w dims [] : tensor<f32> -> tensor<2xf32>
    %s = cjax.case %p : (tensor<i1>) -> tensor<2xf32> {
      cjax.yield %k : tensor<2xf32>
    }, {
      %e = cjax.exp %k : tensor<2xf32>
      cjax.yield %e : tensor<2xf32>
    }
    %y = cjax.mul %c, %s : tensor<2xf32>
    cjax.yield %y : tensor<2xf32>
  }
  return %0 : tensor<2xf32>
}

// CHECK-LABEL: func.func private @f.fwd(
// CHECK:         broadcast_in_dim
// CHECK-NEXT:    cjax.case
// CHECK:         cjax.scan
func.func @main() {
  %x = cjax.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %w = cjax.constant dense<2.0> : tensor<f32>
  %p = cjax.constant dense<false> : tensor<i1>
  %r:3 = cjax.vjp @f(%x, %w, %p, %x) wrt [0, 1]
    : (tensor<2xf32>, tensor<f32>, tensor<i1>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xf32>, tensor<f32>)
  // EXEC: [ 8. 16.] 60.0
  cjax.print ["", " ", "\0A"] with %r#1, %r#2 : tensor<2xf32>, tensor<f32> as ["str", "str"]
  return
}
