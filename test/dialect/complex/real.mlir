// real.mlir -- real, imag, conj and complex: shapes, derivatives, batching.
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines
// RUN: cjax-opt --expand-transforms --split-complex --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

// CHECK-LABEL: @f
func.func private @f(%z: tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>> {
  // CHECK: cjax.real %{{.*}} : tensor<2xcomplex<f32>> -> tensor<2xf32>
  %u = cjax.real %z : tensor<2xcomplex<f32>> -> tensor<2xf32>
  // CHECK: cjax.imag %{{.*}} : tensor<2xcomplex<f32>> -> tensor<2xf32>
  %v = cjax.imag %z : tensor<2xcomplex<f32>> -> tensor<2xf32>
  %w = cjax.mul %u, %v : tensor<2xf32>
  // CHECK: cjax.complex %{{.*}}, %{{.*}} : tensor<2xf32> -> tensor<2xcomplex<f32>>
  %y = cjax.complex %w, %u : tensor<2xf32> -> tensor<2xcomplex<f32>>
  // CHECK: cjax.conj %{{.*}} : tensor<2xcomplex<f32>>
  %c = cjax.conj %y : tensor<2xcomplex<f32>>
  return %c : tensor<2xcomplex<f32>>
}
// CHECK-LABEL: @g
func.func private @g(%z: tensor<2xcomplex<f32>>) -> tensor<2xf32> {
  // CHECK: cjax.abs %{{.*}} : tensor<2xcomplex<f32>> -> tensor<2xf32>
  %y = cjax.abs %z : tensor<2xcomplex<f32>> -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @main() {
  %z = cjax.constant dense<[(3.0, 4.0), (-1.0, 2.0)]> : tensor<2xcomplex<f32>>
  %y = func.call @f(%z) : (tensor<2xcomplex<f32>>) -> tensor<2xcomplex<f32>>
  cjax.print ["", "\0A"] with %y : tensor<2xcomplex<f32>> as ["str"]
  // EXEC: (12.-3.j -2.+1.j)
  %d = cjax.constant dense<[(1.0, 0.0), (0.0, 1.0)]> : tensor<2xcomplex<f32>>
  %j:2 = cjax.jvp @f(%z, %d) wrt [0] : (tensor<2xcomplex<f32>>, tensor<2xcomplex<f32>>) -> (tensor<2xcomplex<f32>>, tensor<2xcomplex<f32>>)
  cjax.print ["", "\0A"] with %j#1 : tensor<2xcomplex<f32>> as ["str"]
  // EXEC-NEXT: ( 4.-1.j -1.-0.j)
  %p:2 = cjax.vjp @f(%z, %d) wrt [0] : (tensor<2xcomplex<f32>>, tensor<2xcomplex<f32>>) -> (tensor<2xcomplex<f32>>, tensor<2xcomplex<f32>>)
  cjax.print ["", "\0A"] with %p#1 : tensor<2xcomplex<f32>> as ["str"]
  // EXEC-NEXT: (4.-3.j 1.+0.j)
  %e = cjax.constant dense<1.0> : tensor<2xf32>
  %q:2 = cjax.vjp @g(%z, %e) wrt [0] : (tensor<2xcomplex<f32>>, tensor<2xf32>) -> (tensor<2xf32>, tensor<2xcomplex<f32>>)
  cjax.print ["", " ", "\0A"] with %q#0, %q#1 : tensor<2xf32>, tensor<2xcomplex<f32>> as ["str", "str"]
  // EXEC-NEXT: (5.       2.236068) ( 0.6      -0.8j       -0.4472136-0.8944272j)
  %b = cjax.constant dense<[[(3.0, 4.0), (-1.0, 2.0)], [(0.5, 1.0), (2.0, 0.0)], [(1.0, 1.0), (0.0, 1.0)]]> : tensor<3x2xcomplex<f32>>
  %m = cjax.vmap @f(%b) in [0] out [0] size 3 : (tensor<3x2xcomplex<f32>>) -> tensor<3x2xcomplex<f32>>
  cjax.print ["", "\0A"] with %m : tensor<3x2xcomplex<f32>> as ["str"]
  // EXEC-NEXT: ((12. -3.j  -2. +1.j )
  // EXEC-NEXT:  ( 0.5-0.5j  0. -2.j )
  // EXEC-NEXT:  ( 1. -1.j   0. -0.j ))
  return
}
