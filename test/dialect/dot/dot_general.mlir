// dot_general.mlir -- batched matrix product, contracting dimensions in odd places
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2x3x2xf32>, %y: tensor<2x2x3xf32>) -> tensor<2x2x2xf32> {
  // CHECK: cjax.dot_general %{{.*}}, %{{.*}} contract [1], [2] batch [2], [0] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  %r = cjax.dot_general %x, %y contract [1], [2] batch [2], [0] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  return %r : tensor<2x2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 0.25], [0.5, 0.75], [1.0, 1.25]], [[1.5, 1.75], [2.0, 2.25], [2.5, 2.75]]]> : tensor<2x3x2xf32>
  %y = cjax.constant dense<[[[2.0, 3.0, 4.0], [5.0, 6.0, 7.0]], [[-4.0, -3.0, -2.0], [-1.0, 0.0, 1.0]]]> : tensor<2x2x3xf32>
  %r = func.call @f(%x, %y) : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x2x2xf32> as ["str"]
  // EXEC: (((  5.5   10.  )
  // EXEC-NEXT:   ( 19.    37.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( -5.75   1.  )
  // EXEC-NEXT:   (-19.25   1.  )))
  %d0 = cjax.constant dense<[[[-1.25, -0.375], [-0.5, -1.5], [-0.25, 0.5]], [[-0.5, 0.875], [-1.125, -1.375], [1.0, 0.625]]]> : tensor<2x3x2xf32>
  %d1 = cjax.constant dense<[[[-0.25, -1.5, 0.625], [1.0, -1.375, 0.75]], [[-0.625, 1.625, 1.0], [-0.875, 1.75, -1.875]]]> : tensor<2x2x3xf32>
  %j:2 = cjax.jvp @f(%x, %y, %d0, %d1) wrt [0, 1] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>, tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> (tensor<2x2x2xf32>, tensor<2x2x2xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((( -5.125  -10.9375)
  // EXEC-NEXT:   ( -2.1875  -1.625 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((  7.3125  -0.375 )
  // EXEC-NEXT:   (  4.6875  -3.    )))
  %c0 = cjax.constant dense<[[[-1.25, -1.0], [0.875, 0.125]], [[-0.125, -1.125], [1.0, -1.5]]]> : tensor<2x2x2xf32>
  %p:3 = cjax.vjp @f(%x, %y, %c0) wrt [0, 1] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>, tensor<2x2x2xf32>) -> (tensor<2x2x2xf32>, tensor<2x3x2xf32>, tensor<2x2x3xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((( -7.5     1.625)
  // EXEC-NEXT:   ( -9.75    0.375)
  // EXEC-NEXT:   (-12.     -0.875))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((  2.375  -2.5  )
  // EXEC-NEXT:   (  3.375  -3.   )
  // EXEC-NEXT:   (  4.375  -3.5  )))
  cjax.print ["", "\0A"] with %p#2 : tensor<2x2x3xf32> as ["str"]
  // EXEC-NEXT: ((( 1.3125   1.125    0.9375 )
  // EXEC-NEXT:   ( 0.1875  -0.25    -0.6875 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  (( 1.71875  2.15625  2.59375)
  // EXEC-NEXT:   (-2.90625 -4.21875 -5.53125)))
  %b0 = cjax.constant dense<[[[[0.0, 0.25], [0.5, 0.75], [1.0, 1.25]], [[1.5, 1.75], [2.0, 2.25], [2.5, 2.75]]], [[[2.75, 0.0], [0.25, 0.5], [0.75, 1.0]], [[1.25, 1.5], [1.75, 2.0], [2.25, 2.5]]]]> : tensor<2x2x3x2xf32>
  %b1 = cjax.constant dense<[[[[2.0, 3.0, 4.0], [5.0, 6.0, 7.0]], [[-4.0, -3.0, -2.0], [-1.0, 0.0, 1.0]]], [[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[7.0, -4.0, -3.0], [-2.0, -1.0, 0.0]]]]> : tensor<2x2x2x3xf32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x2x3x2xf32>, tensor<2x2x2x3xf32>) -> tensor<2x2x2x2xf32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((((  5.5   10.  )
  // EXEC-NEXT:    ( 19.    37.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -5.75   1.  )
  // EXEC-NEXT:    (-19.25   1.  )))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((  5.5   16.75)
  // EXEC-NEXT:    ( 11.5   27.25))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -5.    -0.5 )
  // EXEC-NEXT:    ( -5.    -5.  ))))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2x2xf32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((((  5.5   10.  )
  // EXEC-NEXT:    ( 19.    37.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -5.75   1.  )
  // EXEC-NEXT:    (-19.25   1.  )))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((  9.25  20.5 )
  // EXEC-NEXT:    ( 16.75  32.5 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -3.5    1.  )
  // EXEC-NEXT:    (-17.     1.  ))))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<2x3x2xf32>, tensor<2x2x2x3xf32>) -> tensor<2x2x2x2xf32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x2x2x2xf32> as ["str"]
  // EXEC-NEXT: ((((  5.5   10.  )
  // EXEC-NEXT:    ( 19.    37.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -5.75   1.  )
  // EXEC-NEXT:    (-19.25   1.  )))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((  4.     8.5 )
  // EXEC-NEXT:    ( 13.    31.  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:   (( -5.    -1.25)
  // EXEC-NEXT:    ( -5.    -5.75))))
  return
}
