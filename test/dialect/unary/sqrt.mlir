// sqrt.mlir -- square root
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.sqrt %{{.*}} : tensor<4xf32>
  %r = cjax.sqrt %x : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, 1.25, 2.0, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: (0.70710677 1.118034   1.4142135  1.7320508 )
  %d0 = cjax.constant dense<[-1.625, 0.625, -0.875, 0.75]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %d0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-1.1490484   0.2795085  -0.30935922  0.21650635)
  %c0 = cjax.constant dense<[1.75, -1.5, 1.5, -1.75]> : tensor<4xf32>
  %p:2 = cjax.vjp @f(%x, %c0) wrt [0] : (tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.2374369  -0.67082036  0.53033006 -0.5051815 )
  %b0 = cjax.constant dense<[[0.5, 1.25, 2.0, 3.0], [3.0, 0.5, 1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: ((0.70710677 1.118034   1.4142135  1.7320508 )
  // EXEC-NEXT:  (1.7320508  0.70710677 1.118034   1.4142135 ))
  return
}
