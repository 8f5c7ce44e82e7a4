// ormqr.mlir -- from either side, with the product or its adjoint
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3x3xf32>, %a1: tensor<3xf32>, %a2: tensor<3x2xf32>) -> (tensor<3x2xf32>) {
  // CHECK: cjax.ormqr %{{.*}}, %{{.*}}, %{{.*}} {left} : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  %r:1 = cjax.ormqr %a0, %a1, %a2 {left} : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  return %r#0 : tensor<3x2xf32>
}

func.func private @f1(%a0: tensor<3x3xf32>, %a1: tensor<3xf32>, %a2: tensor<3x2xf32>) -> (tensor<3x2xf32>) {
  // CHECK: cjax.ormqr %{{.*}}, %{{.*}}, %{{.*}} {left, transpose} : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> tensor<3x2xf32>
  %r:1 = cjax.ormqr %a0, %a1, %a2 {left, transpose} : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  return %r#0 : tensor<3x2xf32>
}

func.func private @f2(%a0: tensor<3x3xf32>, %a1: tensor<3xf32>, %a2: tensor<2x3xf32>) -> (tensor<2x3xf32>) {
  // CHECK: cjax.ormqr %{{.*}}, %{{.*}}, %{{.*}} : (tensor<3x3xf32>, tensor<3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  %r:1 = cjax.ormqr %a0, %a1, %a2 : (tensor<3x3xf32>, tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  return %r#0 : tensor<2x3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0.875, 0.5, 0.5], [0.125, 1.0, -0.5], [-0.125, -0.25, 1.125]]> : tensor<3x3xf32>
  %x0_1 = cjax.constant dense<[1.875, 1.875, 0.0]> : tensor<3xf32>
  %x0_2 = cjax.constant dense<[[0.25, -0.75], [-0.5, 0.0], [-0.25, 0.5]]> : tensor<3x2xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1, %x0_2) : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3x2xf32> as ["str"]
  // EXEC: ((-0.40048218  0.70477295)
  // EXEC-NEXT:  ( 0.23900223  0.41622162)
  // EXEC-NEXT:  (-0.37376785  0.25955963))
  %b0_0_2 = cjax.constant dense<[[[0.25, -0.75], [-0.5, 0.0], [-0.25, 0.5]], [[0.5, 0.25], [-0.75, -0.5], [0.0, -0.25]]]> : tensor<2x3x2xf32>
  %m0_0:1 = cjax.vmap @f0(%x0_0, %x0_1, %b0_0_2) in [-1, -1, 0] out [0] size 2 : (tensor<3x3xf32>, tensor<3xf32>, tensor<2x3x2xf32>) -> (tensor<2x3x2xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3x2xf32> as ["str"]
  // EXEC-NEXT: (((-0.40048218  0.70477295)
  // EXEC-NEXT:   ( 0.23900223  0.41622162)
  // EXEC-NEXT:   (-0.37376785  0.25955963))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-0.67370605 -0.40048218)
  // EXEC-NEXT:   ( 0.50953674  0.23900223)
  // EXEC-NEXT:   (-0.20484924 -0.37376785)))
  %x1_0 = cjax.constant dense<[[0.875, 0.5, 0.5], [0.125, 1.0, -0.5], [-0.125, -0.25, 1.125]]> : tensor<3x3xf32>
  %x1_1 = cjax.constant dense<[1.875, 1.875, 0.0]> : tensor<3xf32>
  %x1_2 = cjax.constant dense<[[0.5, 0.0], [-0.75, -0.5], [0.25, -0.25]]> : tensor<3x2xf32>
  %y1:1 = func.call @f1(%x1_0, %x1_1, %x1_2) : (tensor<3x3xf32>, tensor<3xf32>, tensor<3x2xf32>) -> (tensor<3x2xf32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<3x2xf32> as ["str"]
  // EXEC-NEXT: ((-0.203125    0.05859375)
  // EXEC-NEXT:  ( 0.8915405   0.31047058)
  // EXEC-NEXT:  (-0.09446716 -0.4581108 ))
  %x2_0 = cjax.constant dense<[[0.875, 0.5, 0.5], [0.125, 1.0, -0.5], [-0.125, -0.25, 1.125]]> : tensor<3x3xf32>
  %x2_1 = cjax.constant dense<[1.875, 1.875, 0.0]> : tensor<3xf32>
  %x2_2 = cjax.constant dense<[[-0.25, -0.5, 0.25], [0.0, -0.75, 0.5]]> : tensor<2x3xf32>
  %y2:1 = func.call @f2(%x2_0, %x2_1, %x2_2) : (tensor<3x3xf32>, tensor<3xf32>, tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %y2#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: (( 0.39453125  0.4464264  -0.0470314 )
  // EXEC-NEXT:  ( 0.29296875  0.8414154   0.07468033))
  return
}
