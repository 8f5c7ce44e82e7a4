// geqrf.mlir -- reflectors as LAPACK stores them
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<3xf32>) {
  // CHECK: cjax.geqrf %{{.*}} : (tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<3xf32>)
  %r:2 = cjax.geqrf %a0 : (tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<3xf32>)
  return %r#0, %r#1 : tensor<4x3xf32>, tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[0.0, 0.5, 1.0], [-1.25, -0.25, -1.0], [-0.75, 1.25, -1.5], [0.75, -0.5, 0.25]]> : tensor<4x3xf32>
  %y0:2 = func.call @f0(%x0_0) : (tensor<4x3xf32>) -> (tensor<4x3xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<4x3xf32> as ["str"]
  // EXEC: ((-1.6393596   0.6099943  -1.5631104 )
  // EXEC-NEXT:  (-0.7624929   1.323974   -0.22395563)
  // EXEC-NEXT:  (-0.45749572 -0.7236376  -1.3487142 )
  // EXEC-NEXT:  ( 0.45749572  0.27124274 -0.6628725 ))
  cjax.print ["", "\0A"] with %y0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (1.        1.2521725 1.3894678)
  %b0_0_0 = cjax.constant dense<[[[0.0, 0.5, 1.0], [-1.25, -0.25, -1.0], [-0.75, 1.25, -1.5], [0.75, -0.5, 0.25]], [[0.25, 0.0, 0.5], [1.0, -1.25, -0.25], [-1.0, -0.75, 1.25], [-1.5, 0.75, -0.5]]]> : tensor<2x4x3xf32>
  %m0_0:2 = cjax.vmap @f0(%b0_0_0) in [0] out [0, 0] size 2 : (tensor<2x4x3xf32>) -> (tensor<2x4x3xf32>, tensor<2x3xf32>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x4x3xf32> as ["str"]
  // EXEC-NEXT: (((-1.6393596   0.6099943  -1.5631104 )
  // EXEC-NEXT:   (-0.7624929   1.323974   -0.22395563)
  // EXEC-NEXT:   (-0.45749572 -0.7236376  -1.3487142 )
  // EXEC-NEXT:   ( 0.45749572  0.27124274 -0.6628725 ))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((-2.0766559   0.78250813  0.30096465)
  // EXEC-NEXT:   ( 0.42980143  1.4405489  -0.85766435)
  // EXEC-NEXT:   (-0.42980143  0.46143544 -1.1396631 )
  // EXEC-NEXT:   (-0.64470214 -0.1042871  -0.14198337)))
  cjax.print ["", "\0A"] with %m0_0#1 : tensor<2x3xf32> as ["str"]
  // EXEC-NEXT: ((1.        1.2521725 1.3894678)
  // EXEC-NEXT:  (1.1203859 1.634256  1.9604782))
  return
}
