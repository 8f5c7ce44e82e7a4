// top_k.mlir -- the largest first, nan before all, the lower index among equals
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>) {
  // CHECK: cjax.top_k %{{.*}} k 2 along 1 : (tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>)
  %r:2 = cjax.top_k %a0 k 2 along 1 : (tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>)
  return %r#0, %r#1 : tensor<2x2xf32>, tensor<2x2xi32>
}

func.func private @f1(%a0: tensor<2x2xi32>) -> (tensor<1x2xi32>, tensor<1x2xi32>) {
  // CHECK: cjax.top_k %{{.*}} k 1 along 0 : (tensor<2x2xi32>) -> (tensor<1x2xi32>, tensor<1x2xi32>)
  %r:2 = cjax.top_k %a0 k 1 along 0 : (tensor<2x2xi32>) -> (tensor<1x2xi32>, tensor<1x2xi32>)
  return %r#0, %r#1 : tensor<1x2xi32>, tensor<1x2xi32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[2.0, 0x7FC00000, -0.0, 0.0], [1.0, 3.0, 3.0, 0xFF800000]]> : tensor<2x4xf32>
  %y0:2 = func.call @f0(%x0_0) : (tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<2x2xf32> as ["str"]
  // EXEC: ((nan  2.)
  // EXEC-NEXT:  ( 3.  3.))
  cjax.print ["", "\0A"] with %y0#1 : tensor<2x2xi32> as ["str"]
  // EXEC-NEXT: ((1 0)
  // EXEC-NEXT:  (1 2))
  %d0_0 = cjax.constant dense<[[0.375, 0.625, -1.0, 0.625], [-0.125, 0.0, 0.25, -0.5]]> : tensor<2x4xf32>
  %j0:3 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<2x4xf32>, tensor<2x4xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %j0#2 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((0.625 0.375)
  // EXEC-NEXT:  (0.    0.25 ))
  %c0_0 = cjax.constant dense<[[1.0, -1.0], [-0.5, -0.25]]> : tensor<2x2xf32>
  %p0:3 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<2x4xf32>, tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xi32>, tensor<2x4xf32>)
  cjax.print ["", "\0A"] with %p0#2 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((-1.    1.    0.    0.  )
  // EXEC-NEXT:  ( 0.   -0.5  -0.25  0.  ))
  %b0_0_0 = cjax.constant dense<[[[2.0, 0x7FC00000, -0.0, 0.0], [1.0, 3.0, 3.0, 0xFF800000]], [[0xFF800000, 2.0, 0x7FC00000, -0.0], [0.0, 1.0, 3.0, 3.0]]]> : tensor<2x2x4xf32>
  %m0_0:2 = cjax.vmap @f0(%b0_0_0) in [0] out [0, 0] size 2 : (tensor<2x2x4xf32>) -> (tensor<2x2x2xf32>, tensor<2x2x2xi32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: (((nan  2.)
  // EXEC-NEXT:   ( 3.  3.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((nan  2.)
  // EXEC-NEXT:   ( 3.  3.)))
  cjax.print ["", "\0A"] with %m0_0#1 : tensor<2x2x2xi32> as ["str"]
  // EXEC-NEXT: (((1 0)
  // EXEC-NEXT:   (1 2))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2 1)
  // EXEC-NEXT:   (2 3)))
  %x1_0 = cjax.constant dense<[[3, 5], [4, 5]]> : tensor<2x2xi32>
  %y1:2 = func.call @f1(%x1_0) : (tensor<2x2xi32>) -> (tensor<1x2xi32>, tensor<1x2xi32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<1x2xi32> as ["str"]
  // EXEC-NEXT: ((4 5))
  cjax.print ["", "\0A"] with %y1#1 : tensor<1x2xi32> as ["str"]
  // EXEC-NEXT: ((1 0))
  return
}
