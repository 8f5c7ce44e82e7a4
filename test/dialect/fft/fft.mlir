// fft.mlir -- transforms, their inverses, the transpose, batches; what the shape rules refuse.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>> {
  // CHECK: cjax.fft %{{.*}} {rank = 1 : i64} : tensor<4xcomplex<f32>>
  %y = cjax.fft %x {rank = 1 : i64} : tensor<4xcomplex<f32>>
  return %y : tensor<4xcomplex<f32>>
}

func.func @main() {
  %x = cjax.constant dense<[(1.0, 0.0), (2.0, 0.0), (3.0, 0.0), (4.0, 0.0)]> : tensor<4xcomplex<f32>>
  %y = func.call @f(%x) : (tensor<4xcomplex<f32>>) -> tensor<4xcomplex<f32>>
  cjax.print ["", "\0A"] with %y : tensor<4xcomplex<f32>> as ["str"]
  // EXEC: (10.+0.j -2.+2.j -2.+0.j -2.-2.j)
  %z = cjax.fft %y {rank = 1 : i64, inverse} : tensor<4xcomplex<f32>>
  cjax.print ["", "\0A"] with %z : tensor<4xcomplex<f32>> as ["str"]
  // EXEC-NEXT: (1.+0.j 2.+0.j 3.+0.j 4.+0.j)
  %p:2 = cjax.vjp @f(%x, %x) wrt [0] : (tensor<4xcomplex<f32>>, tensor<4xcomplex<f32>>) -> (tensor<4xcomplex<f32>>, tensor<4xcomplex<f32>>)
  cjax.print ["", "\0A"] with %p#1 : tensor<4xcomplex<f32>> as ["str"]
  // EXEC-NEXT: (10.+0.j -2.+2.j -2.+0.j -2.-2.j)
  %r = cjax.constant dense<[[1.0, 2.0, 3.0, 4.0], [0.0, 1.0, 0.0, -1.0]]> : tensor<2x4xf32>
  // CHECK: cjax.rfft %{{.*}} {rank = 1 : i64} : tensor<2x4xf32> -> tensor<2x3xcomplex<f32>>
  %h = cjax.rfft %r {rank = 1 : i64} : tensor<2x4xf32> -> tensor<2x3xcomplex<f32>>
  cjax.print ["", "\0A"] with %h : tensor<2x3xcomplex<f32>> as ["str"]
  // EXEC-NEXT: ((10.+0.j -2.+2.j -2.+0.j)
  // EXEC-NEXT:  ( 0.+0.j  0.-2.j  0.+0.j))
  // CHECK: cjax.irfft %{{.*}} {length = 4 : i64, rank = 1 : i64} : tensor<2x3xcomplex<f32>> -> tensor<2x4xf32>
  %i = cjax.irfft %h {rank = 1 : i64, length = 4 : i64} : tensor<2x3xcomplex<f32>> -> tensor<2x4xf32>
  cjax.print ["", "\0A"] with %i : tensor<2x4xf32> as ["str"]
  // EXEC-NEXT: (( 1.  2.  3.  4.)
  // EXEC-NEXT:  ( 0.  1.  0. -1.))
  return
}
