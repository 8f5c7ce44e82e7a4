// linalg.mlir -- a system solved by LU, its derivative both ways, batched; other factorisations.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%a: tensor<2x2xf32>, %b: tensor<2x1xf32>) -> tensor<2x1xf32> {
  // CHECK: cjax.triangular_solve %{{.*}}, %{{.*}} {left_side, lower} : (tensor<2x2xf32>, tensor<2x1xf32>) -> tensor<2x1xf32>
  %y = cjax.triangular_solve %a, %b {left_side, lower} : (tensor<2x2xf32>, tensor<2x1xf32>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @main() {
  %a = cjax.constant dense<[[2.0, 9.0], [1.0, 4.0]]> : tensor<2x2xf32>
  %b = cjax.constant dense<[[2.0], [9.0]]> : tensor<2x1xf32>
  %y = func.call @f(%a, %b) : (tensor<2x2xf32>, tensor<2x1xf32>) -> tensor<2x1xf32>
  cjax.print ["", "\0A"] with %y : tensor<2x1xf32> as ["str"]
  // EXEC: ((1.)
  // EXEC-NEXT:  (2.))
  %j:2 = cjax.jvp @f(%a, %b, %a, %b) wrt [0, 1] : (tensor<2x2xf32>, tensor<2x1xf32>, tensor<2x2xf32>, tensor<2x1xf32>) -> (tensor<2x1xf32>, tensor<2x1xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2x1xf32> as ["str"]
  // EXEC-NEXT: ((0.)
  // EXEC-NEXT:  (0.))
  %p:3 = cjax.vjp @f(%a, %b, %b) wrt [0, 1] : (tensor<2x2xf32>, tensor<2x1xf32>, tensor<2x1xf32>) -> (tensor<2x1xf32>, tensor<2x2xf32>, tensor<2x1xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: (( 0.125  0.   )
  // EXEC-NEXT:  (-2.25  -4.5  ))
  cjax.print ["", "\0A"] with %p#2 : tensor<2x1xf32> as ["str"]
  // EXEC-NEXT: ((-0.125)
  // EXEC-NEXT:  ( 2.25 ))
  %bs = cjax.constant dense<[[[2.0], [9.0]], [[4.0], [2.0]]]> : tensor<2x2x1xf32>
  %m = cjax.vmap @f(%a, %bs) in [-1, 0] out [0] size 2 : (tensor<2x2xf32>, tensor<2x2x1xf32>) -> tensor<2x2x1xf32>
  cjax.print ["", "\0A"] with %m : tensor<2x2x1xf32> as ["str"]
  // EXEC-NEXT: (((1.)
  // EXEC-NEXT:   (2.))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2.)
  // EXEC-NEXT:   (0.)))
  %s = cjax.constant dense<[[4.0, 2.0], [2.0, 5.0]]> : tensor<2x2xf32>
  // CHECK: cjax.cholesky %{{.*}} : tensor<2x2xf32>
  %l = cjax.cholesky %s : tensor<2x2xf32>
  cjax.print ["", "\0A"] with %l : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((2. 0.)
  // EXEC-NEXT:  (1. 2.))
  // CHECK: cjax.lu %{{.*}} : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2xi32>, tensor<2xi32>)
  %lu:3 = cjax.lu %l : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2xi32>, tensor<2xi32>)
  cjax.print ["", "\0A"] with %lu#0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((2.  0. )
  // EXEC-NEXT:  (0.5 2. ))
  // CHECK: cjax.qr %{{.*}} {full_matrices} : (tensor<2x1xf32>) -> (tensor<2x2xf32>, tensor<2x1xf32>)
  %c = cjax.constant dense<[[3.0], [0.0]]> : tensor<2x1xf32>
  %q:2 = cjax.qr %c {full_matrices} : (tensor<2x1xf32>) -> (tensor<2x2xf32>, tensor<2x1xf32>)
  cjax.print ["", "\0A"] with %q#1 : tensor<2x1xf32> as ["str"]
  // EXEC-NEXT: ((3.)
  // EXEC-NEXT:  (0.))
  // CHECK: cjax.eigh %{{.*}} {lower} : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2xf32>)
  %d = cjax.constant dense<[[3.0, 0.0], [0.0, 1.0]]> : tensor<2x2xf32>
  %e:2 = cjax.eigh %d {lower} : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2xf32>)
  cjax.print ["", "\0A"] with %e#1 : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (1. 3.)
  // CHECK: cjax.svd %{{.*}} : (tensor<2x2xf32>) -> tensor<2xf32>
  %sv = cjax.svd %d : (tensor<2x2xf32>) -> tensor<2xf32>
  cjax.print ["", "\0A"] with %sv : tensor<2xf32> as ["str"]
  // EXEC-NEXT: (3. 1.)
  // CHECK: cjax.eig %{{.*}} : (tensor<2x2xf32>) -> tensor<2xcomplex<f32>>
  %g = cjax.constant dense<[[0.0, 1.0], [-4.0, 0.0]]> : tensor<2x2xf32>
  %w = cjax.eig %g : (tensor<2x2xf32>) -> tensor<2xcomplex<f32>>
  cjax.print ["", "\0A"] with %w : tensor<2xcomplex<f32>> as ["str"]
  // EXEC-NEXT: (0.+2.j 0.-2.j)
  // CHECK: cjax.schur %{{.*}} : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
  %t:2 = cjax.schur %d : (tensor<2x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A"] with %t#0 : tensor<2x2xf32> as ["str"]
  // EXEC-NEXT: ((3. 0.)
  // EXEC-NEXT:  (0. 1.))
  return
}
