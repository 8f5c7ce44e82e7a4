// clamp.mlir -- min(max(x, lo), hi)
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>, %y: tensor<4xf32>, %z: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.clamp %{{.*}}, %{{.*}}, %{{.*}} : tensor<4xf32>
  %r = cjax.clamp %x, %y, %z : tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[-0.5, -0.5, -0.5, -0.5]> : tensor<4xf32>
  %y = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %z = cjax.constant dense<[1.5, 1.5, 1.5, 1.5]> : tensor<4xf32>
  %r = func.call @f(%x, %y, %z) : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 0.5 -0.5  1.5  0. )
  %d0 = cjax.constant dense<[-2.0, 0.875, 0.875, 0.625]> : tensor<4xf32>
  %d1 = cjax.constant dense<[0.5, -1.75, -1.0, 0.25]> : tensor<4xf32>
  %d2 = cjax.constant dense<[-0.375, 2.0, 1.75, -1.375]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %z, %d0, %d1, %d2) wrt [0, 1, 2] : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (0.5   0.875 1.75  0.25 )
  %c0 = cjax.constant dense<[0.375, 0.75, -1.5, -0.75]> : tensor<4xf32>
  %p:4 = cjax.vjp @f(%x, %y, %z, %c0) wrt [0, 1, 2] : (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (0.   0.75 0.   0.  )
  cjax.print ["", "\0A"] with %p#2 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.375  0.     0.    -0.75 )
  cjax.print ["", "\0A"] with %p#3 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.   0.  -1.5  0. )
  %b0 = cjax.constant dense<[[-0.5, -0.5, -0.5, -0.5], [-0.5, -0.5, -0.5, -0.5]]> : tensor<2x4xf32>
  %b1 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %b2 = cjax.constant dense<[[1.5, 1.5, 1.5, 1.5], [1.5, 1.5, 1.5, 1.5]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2) in [0, 0, 0] out [0] size 2 : (tensor<2x4xf32>, tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.5 -0.5  1.5  0. )
  // EXEC-NEXT:  ( 0.   0.5 -0.5  1.5))
  %m1 = cjax.vmap @f(%b0, %y, %z) in [0, -1, -1] out [0] size 2 : (tensor<2x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.5 -0.5  1.5  0. )
  // EXEC-NEXT:  ( 0.5 -0.5  1.5  0. ))
  %m2 = cjax.vmap @f(%x, %b1, %z) in [-1, 0, -1] out [0] size 2 : (tensor<4xf32>, tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.5 -0.5  1.5  0. )
  // EXEC-NEXT:  ( 0.   0.5 -0.5  1.5))
  %m3 = cjax.vmap @f(%x, %y, %b2) in [-1, -1, 0] out [0] size 2 : (tensor<4xf32>, tensor<4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 0.5 -0.5  1.5  0. )
  // EXEC-NEXT:  ( 0.5 -0.5  1.5  0. ))
  return
}
