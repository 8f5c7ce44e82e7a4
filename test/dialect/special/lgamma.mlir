// lgamma.mlir -- log |gamma|
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xf32>) -> (tensor<3xf32>) {
  // CHECK: cjax.lgamma %{{.*}} : tensor<3xf32>
  %r:1 = cjax.lgamma %a0 : tensor<3xf32>
  return %r#0 : tensor<3xf32>
}

func.func private @f1(%a0: tensor<3xf64>) -> (tensor<3xf64>) {
  // CHECK: cjax.lgamma %{{.*}} : tensor<3xf64>
  %r:1 = cjax.lgamma %a0 : tensor<3xf64>
  return %r#0 : tensor<3xf64>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[0.25, -1.5, 8.0]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0) : (tensor<3xf32>) -> (tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xf32> as ["str"]
  // EXEC: (1.2880225  0.86004704 8.525162  )
  %d0_0 = cjax.constant dense<[0.375, 0.625, -1.0]> : tensor<3xf32>
  %j0:2 = cjax.jvp @f0(%x0_0, %d0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %j0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-1.5852952  0.4394729 -2.0156415)
  %c0_0 = cjax.constant dense<[0.625, -0.125, 0.0]> : tensor<3xf32>
  %p0:2 = cjax.vjp @f0(%x0_0, %c0_0) wrt [0] : (tensor<3xf32>, tensor<3xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %p0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (-2.6421585  -0.08789458  0.        )
  %b0_0_0 = cjax.constant dense<[[0.25, -1.5, 8.0], [8.0, 0.25, -1.5]]> : tensor<2x3xf32>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0) in [0] out [0] size 2 : (tensor<2x3xf32>) -> (tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((1.2880225  0.86004704 8.525162  )
  // EXEC-NEXT:  (8.525162   1.2880225  0.86004704))
  %x1_0 = cjax.constant dense<[0.25, -1.5, 8.0]> : tensor<3xf64>
  %y1:1 = func.call @f1(%x1_0) : (tensor<3xf64>) -> (tensor<3xf64>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<3xf64> as ["str"]
  // EXEC-NEXT: (1.28802252 0.86004702 8.52516136)
  %d1_0 = cjax.constant dense<[-0.125, 0.125, 0.0]> : tensor<3xf64>
  %j1:2 = cjax.jvp @f1(%x1_0, %d1_0) wrt [0] : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>)
  cjax.print ["", "\0A"] with %j1#1 : tensor<3xf64> as ["str"]
  // EXEC-NEXT: (0.52843169 0.08789458 0.        )
  %c1_0 = cjax.constant dense<[-0.375, 1.0, -0.25]> : tensor<3xf64>
  %p1:2 = cjax.vjp @f1(%x1_0, %c1_0) wrt [0] : (tensor<3xf64>, tensor<3xf64>) -> (tensor<3xf64>, tensor<3xf64>)
  cjax.print ["", "\0A"] with %p1#1 : tensor<3xf64> as ["str"]
  // EXEC-NEXT: ( 1.58529508  0.70315664 -0.50391037)
  %b1_0_0 = cjax.constant dense<[[0.25, -1.5, 8.0], [8.0, 0.25, -1.5]]> : tensor<2x3xf64>
  %m1_0:1 = cjax.vmap @f1(%b1_0_0) in [0] out [0] size 2 : (tensor<2x3xf64>) -> (tensor<2x3xf64>)
  cjax.print ["", "\0A"] with %m1_0#0 : tensor<2x3xf64> as ["str"]
  // EXEC-NEXT: ((1.28802252 0.86004702 8.52516136)
  // EXEC-NEXT:  (8.52516136 1.28802252 0.86004702))
  return
}
