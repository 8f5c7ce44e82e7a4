// tridiagonal_solve.mlir -- pivots; derivatives by every operand
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>, %a1: tensor<3xf32>, %a2: tensor<3xf32>, %a3: tensor<3x2xf32>) -> (tensor<3x2xf32>) {
  // CHECK: cjax.tridiagonal_solve %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  %r:1 = cjax.tridiagonal_solve %a0, %a1, %a2, %a3 : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  return %r#0 : tensor<3x2xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.0, 1.0, 3.0]> : tensor<3xf32>
  %x0_1 = cjax.constant dense<[2.0, 0.25, 4.0]> : tensor<3xf32>
  %x0_2 = cjax.constant dense<[2.0, 3.0, 0.0]> : tensor<3xf32>
  %x0_3 = cjax.constant dense<[[-0.25, 0.5], [0.25, -0.5], [0.0, -0.75]]> : tensor<3x2xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1, %x0_2, %x0_3) : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3x2xf32> as ["str"]
  // EXEC: (( 0.        0.1875  )
  // EXEC-NEXT:  (-0.125     0.0625  )
  // EXEC-NEXT:  ( 0.09375  -0.234375))
  %d0_1 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %d0_3 = cjax.constant dense<[[0.625, -0.125], [0.0, 0.25], [-0.5, 1.0]]> : tensor<3x2xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %x0_1, %x0_2, %x0_3, %d0_1, %d0_3) wrt [1, 3] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3x2xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>, tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3x2xf32> as ["str"]
  // EXEC-NEXT: (( 0.3359375  -0.18619792)
  // EXEC-NEXT:  (-0.0234375   0.08854167)
  // EXEC-NEXT:  (-0.08398438  0.125     ))
  %c0_0 = cjax.constant dense<[[-1.0, -0.5], [-0.25, 0.125], [-0.25, -0.75]]> : tensor<3x2xf32>
  %p0:3 = cjax.vjp @f0(%x0_0, %x0_1, %x0_2, %x0_3, %c0_0) wrt [1, 3] : (tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3x2xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>, tensor<3xf32>, tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: ( 0.00976562 -0.01432292  0.00952149)
  cjax.print ["", "\0A"] with %p0#2 : tensor<3x2xf32> as ["str"]
  // EXEC-NEXT: ((-0.34375    -0.05208333)
  // EXEC-NEXT:  (-0.3125     -0.39583334)
  // EXEC-NEXT:  ( 0.171875    0.10937501))
  %b0_0_1 = cjax.constant dense<[[2.0, 0.25, 4.0], [4.0, 2.0, 0.25]]> : tensor<2x3xf32>
  %b0_0_3 = cjax.constant dense<[[[-0.25, 0.5], [0.25, -0.5], [0.0, -0.75]], [[-0.75, -0.25], [0.5, 0.25], [-0.5, 0.0]]]> : tensor<2x3x2xf32>
  %m0_0:1 = cjax.vmap @f0(%x0_0, %b0_0_1, %x0_2, %b0_0_3) in [-1, 0, -1, 0] out [0] size 2 : (tensor<3xf32>, tensor<2x3xf32>, tensor<3xf32>, tensor<2x3x2xf32>) -> (tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: ((( 0.          0.1875    )
  // EXEC-NEXT:   (-0.125       0.0625    )
  // EXEC-NEXT:   ( 0.09375    -0.234375  ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.09057971 -0.05797102)
  // EXEC-NEXT:   (-0.19384058 -0.00905797)
  // EXEC-NEXT:   ( 0.32608697  0.10869565)))
  return
}
