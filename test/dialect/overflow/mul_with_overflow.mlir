// mul_with_overflow.mlir -- 64-bit mul and whether it overflowed
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

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
  // RUN: [                   0                  -35                   12
  // RUN-NEXT:  -9223372036854775808]
  cjax.print ["", "\0A"] with %r#1 : tensor<4xi1> as ["str"]
  // RUN-NEXT: [ True False False  True]
  return
}
