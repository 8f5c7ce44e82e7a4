// random_fold_in.mlir -- a key from a key and data
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2xui32>, %y: tensor<ui32>) -> tensor<2xui32> {
  // CHECK: cjax.random_fold_in %{{.*}}, %{{.*}} : (tensor<2xui32>, tensor<ui32>) -> tensor<2xui32>
  %r = cjax.random_fold_in %x, %y : (tensor<2xui32>, tensor<ui32>) -> tensor<2xui32>
  return %r : tensor<2xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 42]> : tensor<2xui32>
  %y = cjax.constant dense<7> : tensor<ui32>
  %r = func.call @f(%x, %y) : (tensor<2xui32>, tensor<ui32>) -> tensor<2xui32>
  cjax.print ["", "\0A"] with %r : tensor<2xui32> as ["str"]
  // EXEC: (2547012911 1371500959)
  %b0 = cjax.constant dense<[[0, 42], [42, 0]]> : tensor<2x2xui32>
  %b1 = cjax.constant dense<[7, 7]> : tensor<2xui32>
  %m0 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0] size 2 : (tensor<2x2xui32>, tensor<2xui32>) -> tensor<2x2xui32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2xui32> as ["str"]
  // EXEC-NEXT: ((2547012911 1371500959)
  // EXEC-NEXT:  ( 484777180 1771239907))
  %m1 = cjax.vmap @f(%b0, %y) in [0, -1] out [0] size 2 : (tensor<2x2xui32>, tensor<ui32>) -> tensor<2x2xui32>
  cjax.print ["", "\0A"] with %m1 : tensor<2x2xui32> as ["str"]
  // EXEC-NEXT: ((2547012911 1371500959)
  // EXEC-NEXT:  ( 484777180 1771239907))
  %m2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0] size 2 : (tensor<2xui32>, tensor<2xui32>) -> tensor<2x2xui32>
  cjax.print ["", "\0A"] with %m2 : tensor<2x2xui32> as ["str"]
  // EXEC-NEXT: ((2547012911 1371500959)
  // EXEC-NEXT:  (2547012911 1371500959))
  return
}
