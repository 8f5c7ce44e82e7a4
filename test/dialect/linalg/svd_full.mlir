// svd_full.mlir -- the derivative of a singular value decomposition with all vectors: of square matrices only.
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --match-full-lines
// RUN: not cjax-opt --expand-transforms %S/Inputs/svd_full.mlir 2>&1 | FileCheck %s --check-prefix=TALL

// TALL: error: NotImplementedError: Singular value decomposition JVP not implemented for full matrices
func.func private @f(%x: tensor<2x2xf32>) -> (tensor<2xf32>, tensor<2x2xf32>, tensor<2x2xf32>) {
  %r:3 = cjax.svd %x {compute_uv, full_matrices} : (tensor<2x2xf32>) -> (tensor<2xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
  return %r#0, %r#1, %r#2 : tensor<2xf32>, tensor<2x2xf32>, tensor<2x2xf32>
}
func.func @main() {
  %x = cjax.constant dense<[[3.0, 0.0], [0.0, 1.0]]> : tensor<2x2xf32>
  %d = cjax.constant dense<[[0.5, 0.25], [0.75, -0.25]]> : tensor<2x2xf32>
  %j:6 = cjax.jvp @f(%x, %d) wrt [0] : (tensor<2x2xf32>, tensor<2x2xf32>) -> (tensor<2xf32>, tensor<2x2xf32>, tensor<2x2xf32>, tensor<2xf32>, tensor<2x2xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %j#3 : tensor<2xf32> as ["str"]
  // CHECK: ( 0.5  -0.25)
  cjax.print ["", "\0A"] with %j#4 : tensor<2x2xf32> as ["str"]
  // CHECK-NEXT: (( 0.     -0.3125)
  // CHECK-NEXT:  ( 0.3125  0.    ))
  cjax.print ["", "\0A"] with %j#5 : tensor<2x2xf32> as ["str"]
  // CHECK-NEXT: (( 0.      0.1875)
  // CHECK-NEXT:  (-0.1875  0.    ))
  return
}
