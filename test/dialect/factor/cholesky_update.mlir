// cholesky_update.mlir -- one more row
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3x3xf32>, %a1: tensor<3xf32>) -> (tensor<3x3xf32>) {
  // CHECK: cjax.cholesky_update %{{.*}}, %{{.*}} : (tensor<3x3xf32>, tensor<3xf32>) -> tensor<3x3xf32>
  %r:1 = cjax.cholesky_update %a0, %a1 : (tensor<3x3xf32>, tensor<3xf32>) -> (tensor<3x3xf32>)
  return %r#0 : tensor<3x3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[1.75, 1.5, 1.75], [0.0, 1.25, 1.5], [0.0, 0.0, 1.0]]> : tensor<3x3xf32>
  %x0_1 = cjax.constant dense<[0.0, -0.25, 0.25]> : tensor<3xf32>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3x3xf32>, tensor<3xf32>) -> (tensor<3x3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3x3xf32> as ["str"]
  // EXEC: ((1.75      1.5       1.75     )
  // EXEC-NEXT:  (0.        1.2747549 1.421842 )
  // EXEC-NEXT:  (0.        0.        1.1361625))
  return
}
