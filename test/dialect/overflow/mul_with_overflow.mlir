// mul_with_overflow.mlir -- 64-bit mul and whether it overflowed
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xi64>, %y: tensor<4xi64>) -> (tensor<4xi64>, tensor<4xi1>) {
  // CHECK: cjax.mul_with_overflow %{{.*}}, %{{.*}} : (tensor<4xi64>, tensor<4xi64>) -> (tensor<4xi64>, tensor<4xi1>)
  %r:2 = cjax.mul_with_overflow %x, %y : (tensor<4xi64>, tensor<4xi64>) -> (tensor<4xi64>, tensor<4xi1>)
  return %r#0, %r#1 : tensor<4xi64>, tensor<4xi1>
}

func.func @main() {
  %x = cjax.constant dense<[4611686018427387904, -5, 3, -9223372036854775808]> : tensor<4xi64>
  %y = cjax.constant dense<[4611686018427387904, 7, 4, -1]> : tensor<4xi64>
  %r:2 = func.call @f(%x, %y) : (tensor<4xi64>, tensor<4xi64>) -> (tensor<4xi64>, tensor<4xi1>)
  cjax.print ["", "\0A"] with %r#0 : tensor<4xi64> as ["str"]
  // EXEC: (                   0                  -35                   12
  // EXEC-NEXT:  -9223372036854775808)
  cjax.print ["", "\0A"] with %r#1 : tensor<4xi1> as ["str"]
  // EXEC-NEXT: ( True False False  True)
  %b0 = cjax.constant dense<[[4611686018427387904, -5, 3, -9223372036854775808], [-9223372036854775808, 4611686018427387904, -5, 3]]> : tensor<2x4xi64>
  %b1 = cjax.constant dense<[[4611686018427387904, 7, 4, -1], [-1, 4611686018427387904, 7, 4]]> : tensor<2x4xi64>
  %m0:2 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0, 0] size 2 : (tensor<2x4xi64>, tensor<2x4xi64>) -> (tensor<2x4xi64>, tensor<2x4xi1>)
  cjax.print ["", "\0A"] with %m0#0 : tensor<2x4xi64> as ["str"]
  // EXEC-NEXT: ((                   0                  -35                   12
  // EXEC-NEXT:   -9223372036854775808)
  // EXEC-NEXT:  (-9223372036854775808                    0                  -35
  // EXEC-NEXT:                     12))
  cjax.print ["", "\0A"] with %m0#1 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: (( True False False  True)
  // EXEC-NEXT:  ( True  True False False))
  %m1:2 = cjax.vmap @f(%b0, %y) in [0, -1] out [0, 0] size 2 : (tensor<2x4xi64>, tensor<4xi64>) -> (tensor<2x4xi64>, tensor<2x4xi1>)
  cjax.print ["", "\0A"] with %m1#0 : tensor<2x4xi64> as ["str"]
  // EXEC-NEXT: ((                   0                  -35                   12
  // EXEC-NEXT:   -9223372036854775808)
  // EXEC-NEXT:  (                   0 -4611686018427387904                  -20
  // EXEC-NEXT:                     -3))
  cjax.print ["", "\0A"] with %m1#1 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: (( True False False  True)
  // EXEC-NEXT:  ( True  True False False))
  %m2:2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0, 0] size 2 : (tensor<4xi64>, tensor<2x4xi64>) -> (tensor<2x4xi64>, tensor<2x4xi1>)
  cjax.print ["", "\0A"] with %m2#0 : tensor<2x4xi64> as ["str"]
  // EXEC-NEXT: ((                   0                  -35                   12
  // EXEC-NEXT:   -9223372036854775808)
  // EXEC-NEXT:  (-4611686018427387904 -4611686018427387904                   21
  // EXEC-NEXT:                      0))
  cjax.print ["", "\0A"] with %m2#1 : tensor<2x4xi1> as ["str"]
  // EXEC-NEXT: (( True False False  True)
  // EXEC-NEXT:  (False  True False  True))
  return
}
