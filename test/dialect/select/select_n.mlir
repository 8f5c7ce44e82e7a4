// select_n.mlir -- the case chosen by the first operand
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xi1>, %y: tensor<4xf32>, %z: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: cjax.select_n %{{.*}}, %{{.*}}, %{{.*}} : tensor<4xi1>, tensor<4xf32>, tensor<4xf32> -> tensor<4xf32>
  %r = cjax.select_n %x, %y, %z : tensor<4xi1>, tensor<4xf32>, tensor<4xf32> -> tensor<4xf32>
  return %r : tensor<4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[true, false, true, true]> : tensor<4xi1>
  %y = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %z = cjax.constant dense<[2.0, 0.5, -1.5, 3.0]> : tensor<4xf32>
  %r = func.call @f(%x, %y, %z) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4xf32> as ["str"]
  // EXEC: ( 2.   -1.25 -1.5   3.  )
  %d0 = cjax.constant dense<[0.875, 1.625, -0.625, -1.0]> : tensor<4xf32>
  %d1 = cjax.constant dense<[1.25, 0.375, -0.125, -1.0]> : tensor<4xf32>
  %j:2 = cjax.jvp @f(%x, %y, %z, %d0, %d1) wrt [1, 2] : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.25   1.625 -0.125 -1.   )
  %c0 = cjax.constant dense<[-1.75, -1.875, 0.375, -1.25]> : tensor<4xf32>
  %p:3 = cjax.vjp @f(%x, %y, %z, %c0) wrt [1, 2] : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 0.    -1.875  0.     0.   )
  cjax.print ["", "\0A"] with %p#2 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: (-1.75   0.     0.375 -1.25 )
  %b0 = cjax.constant dense<[[true, false, true, true], [true, true, false, true]]> : tensor<2x4xi1>
  %b1 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %b2 = cjax.constant dense<[[2.0, 0.5, -1.5, 3.0], [3.0, 2.0, 0.5, -1.5]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0, %b1, %b2) in [0, 0, 0] out [0] size 2 : (tensor<2x4xi1>, tensor<2x4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 2.   -1.25 -1.5   3.  )
  // EXEC-NEXT:  ( 3.    2.   -1.25 -1.5 ))
  %m1 = cjax.vmap @f(%b0, %y, %z) in [0, -1, -1] out [0] size 2 : (tensor<2x4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 2.   -1.25 -1.5   3.  )
  // EXEC-NEXT:  ( 2.    0.5   2.    3.  ))
  %m2 = cjax.vmap @f(%x, %b1, %z) in [-1, 0, -1] out [0] size 2 : (tensor<4xi1>, tensor<2x4xf32>, tensor<4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 2.   -1.25 -1.5   3.  )
  // EXEC-NEXT:  ( 2.    0.5  -1.5   3.  ))
  %m3 = cjax.vmap @f(%x, %y, %b2) in [-1, -1, 0] out [0] size 2 : (tensor<4xi1>, tensor<4xf32>, tensor<2x4xf32>) -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %m3 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 2.   -1.25 -1.5   3.  )
  // EXEC-NEXT:  ( 3.   -1.25  0.5  -1.5 ))
  return
}
