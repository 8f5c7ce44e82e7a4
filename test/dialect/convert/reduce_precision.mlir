// reduce_precision.mlir -- floats rounded to fewer bits
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines
// RUN: cjax-opt --expand-transforms %s | cjax-lower -o %t && %t | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<5xf32>) -> tensor<5xf32> {
  // CHECK: cjax.reduce_precision %{{.*}} {exponent_bits = 5 : i64, mantissa_bits = 2 : i64} : tensor<5xf32>
  %r = cjax.reduce_precision %x {exponent_bits = 5 : i64, mantissa_bits = 2 : i64} : tensor<5xf32>
  return %r : tensor<5xf32>
}

func.func @main() {
  %x = cjax.constant dense<[1.1, -1.125, 1.375, 1.0e5, 1.0e-6]> : tensor<5xf32>
  %r = func.call @f(%x) : (tensor<5xf32>) -> tensor<5xf32>
  cjax.print ["", "\0A"] with %r : tensor<5xf32> as ["str"]
  // EXEC: ( 1. -1. 1.5 inf 0. )
  %d = cjax.constant dense<[1.1, 0.5, 0.0, 3.2, -0.3]> : tensor<5xf32>
  %j:2 = cjax.jvp @f(%x, %d) wrt [0] : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %j#1 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: ( 1. 0.5 0. 3. -0.3125)
  %p:2 = cjax.vjp @f(%x, %d) wrt [0] : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %p#1 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: ( 1. 0.5 0. 3. -0.3125)
  return
}
