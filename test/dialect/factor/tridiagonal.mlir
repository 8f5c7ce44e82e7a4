// tridiagonal.mlir -- of either triangle
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>) {
  // CHECK: cjax.tridiagonal %{{.*}} {lower} : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>)
  %r:4 = cjax.tridiagonal %a0 {lower} : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>)
  return %r#0, %r#1, %r#2, %r#3 : tensor<4x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>
}

func.func private @f1(%a0: tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2xf32>) {
  // CHECK: cjax.tridiagonal %{{.*}} : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2xf32>)
  %r:4 = cjax.tridiagonal %a0 : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2xf32>)
  return %r#0, %r#1, %r#2, %r#3 : tensor<3x3xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[1.75, 1.5, -1.5, -0.5], [1.0, 1.25, 0.5, -0.75], [-0.25, 0.75, -1.0, -1.25], [-2.0, 0.0, 0.25, -1.75]]> : tensor<4x4xf32>
  %y0:4 = func.call @f0(%x0_0) : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<4x4xf32> as ["str"]
  // EXEC: (( 1.75        1.5        -1.5        -0.5       )
  // EXEC-NEXT:  (-2.25       -1.1728394   0.5        -0.75      )
  // EXEC-NEXT:  (-0.07692308  1.1094724   0.7900561  -1.25      )
  // EXEC-NEXT:  (-0.61538464  0.8582156   0.7632914  -1.1172168 ))
  cjax.print ["", "\0A"] with %y0#1 : tensor<4xf32> as ["str"]
  // EXEC-NEXT: ( 1.75      -1.1728394  0.7900561 -1.1172168)
  cjax.print ["", "\0A"] with %y0#2 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-2.25       1.1094724  0.7632914)
  cjax.print ["", "\0A"] with %y0#3 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (1.4444444 1.1517195 0.       )
  %b0_0_0 = cjax.constant dense<[[[1.75, 1.5, -1.5, -0.5], [1.0, 1.25, 0.5, -0.75], [-0.25, 0.75, -1.0, -1.25], [-2.0, 0.0, 0.25, -1.75]], [[-1.75, 1.75, 1.5, -1.5], [-0.5, 1.0, 1.25, 0.5], [-0.75, -0.25, 0.75, -1.0], [-1.25, -2.0, 0.0, 0.25]]]> : tensor<2x4x4xf32>
  %m0_0:4 = cjax.vmap @f0(%b0_0_0) in [0] out [0, 0, 0, 0] size 2 : (tensor<2x4x4xf32>) -> (tensor<2x4x4xf32>, tensor<2x4xf32>, tensor<2x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x4x4xf32> as ["str"]
  // EXEC-NEXT: ((( 1.75        1.5        -1.5        -0.5       )
  // EXEC-NEXT:   (-2.25       -1.1728394   0.5        -0.75      )
  // EXEC-NEXT:   (-0.07692308  1.1094724   0.7900561  -1.25      )
  // EXEC-NEXT:   (-0.61538464  0.8582156   0.7632914  -1.1172168 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-1.75        1.75        1.5        -1.5       )
  // EXEC-NEXT:   ( 1.5411035  -0.6842104   1.25        0.5       )
  // EXEC-NEXT:   ( 0.36744833  1.3513937   1.4307857  -1.        )
  // EXEC-NEXT:   ( 0.6124139   0.34971035 -1.0027728   1.2534244 )))
  cjax.print ["", "\0A"] with %m0_0#1 : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.75      -1.1728394  0.7900561 -1.1172168)
  // EXEC-NEXT:  (-1.75      -0.6842104  1.4307857  1.2534244))
  cjax.print ["", "\0A"] with %m0_0#2 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((-2.25       1.1094724  0.7632914)
  // EXEC-NEXT:  ( 1.5411035  1.3513937 -1.0027728))
  cjax.print ["", "\0A"] with %m0_0#3 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((1.4444444 1.1517195 0.       )
  // EXEC-NEXT:  (1.3244427 1.782059  0.       ))
  %x1_0 = cjax.constant dense<[[0.5, -0.75, -0.25], [-1.0, 1.0, -0.5], [0.0, 0.75, 0.25]]> : tensor<3x3xf32>
  %y1:4 = func.call @f1(%x1_0) : (tensor<3x3xf32>) -> (tensor<3x3xf32>, tensor<3xf32>, tensor<2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<3x3xf32> as ["str"]
  // EXEC-NEXT: (( 1.2         0.6499999   0.236068  )
  // EXEC-NEXT:  (-1.          0.29999995  0.559017  )
  // EXEC-NEXT:  ( 0.          0.75        0.25      ))
  cjax.print ["", "\0A"] with %y1#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (1.2        0.29999995 0.25      )
  cjax.print ["", "\0A"] with %y1#2 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (0.6499999 0.559017 )
  cjax.print ["", "\0A"] with %y1#3 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (0.        1.8944271)
  return
}
