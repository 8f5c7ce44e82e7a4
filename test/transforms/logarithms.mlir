// RUN: cjax-opt --simplify %s | FileCheck %s
// RUN: cjax-opt --simplify --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines
// RUN: cjax-opt --simplify %s > %t.mlir && cjax-lower %t.mlir -o %t && %t | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

// log2 and log10 as JAX writes them: rounded once.  Other bases stay.
// CHECK-LABEL: func.func private @f2
// CHECK: cjax.log {{.*}} : tensor<4xf64>
// CHECK-NOT: cjax.div
func.func private @f2(%x: tensor<4xf32>) -> tensor<4xf32> {
  %k = cjax.constant dense<0.6931471824645996> : tensor<4xf32>
  %0 = cjax.log %x : tensor<4xf32>
  %1 = cjax.div %0, %k : tensor<4xf32>
  return %1 : tensor<4xf32>
}
// CHECK-LABEL: func.func private @f10
// CHECK: cjax.log {{.*}} : tensor<4xf64>
func.func private @f10(%x: tensor<4xf16>) -> tensor<4xf16> {
  %k = cjax.constant dense<2.302734375> : tensor<4xf16>
  %0 = cjax.log %x : tensor<4xf16>
  %1 = cjax.div %0, %k : tensor<4xf16>
  return %1 : tensor<4xf16>
}
// CHECK-LABEL: func.func private @f3
// CHECK: cjax.log {{.*}} : tensor<4xf32>
// CHECK: cjax.div
func.func private @f3(%x: tensor<4xf32>) -> tensor<4xf32> {
  %k = cjax.constant dense<1.0986123> : tensor<4xf32>
  %0 = cjax.log %x : tensor<4xf32>
  %1 = cjax.div %0, %k : tensor<4xf32>
  return %1 : tensor<4xf32>
}
// f64: the product by 1 / log 10, which is nearer to its number than log 10 is.
// CHECK-LABEL: func.func private @f10_f64
// CHECK: %[[C:.*]] = cjax.constant dense<0.43429448190325182>
// CHECK: cjax.mul
// CHECK-NOT: cjax.div
func.func private @f10_f64(%x: tensor<2xf64>) -> tensor<2xf64> {
  %k = cjax.constant dense<2.3025850929940459> : tensor<2xf64>
  %0 = cjax.log %x : tensor<2xf64>
  %1 = cjax.div %0, %k : tensor<2xf64>
  return %1 : tensor<2xf64>
}
func.func @main() {
  %x = cjax.constant dense<[8.0, 2.9958947, 0.0, -1.0]> : tensor<4xf32>
  %h = cjax.constant dense<[100.0, 0.341, 0.0, 1.0]> : tensor<4xf16>
  %0 = call @f2(%x) : (tensor<4xf32>) -> tensor<4xf32>
  %1 = call @f10(%h) : (tensor<4xf16>) -> tensor<4xf16>
  // EXEC: (3.        1.582987      -inf       nan) ( 2.     -0.4673    -inf  0.    )
  cjax.print ["", " ", "\0A"] with %0, %1 : tensor<4xf32>, tensor<4xf16> as ["str", "str"]
  return
}
