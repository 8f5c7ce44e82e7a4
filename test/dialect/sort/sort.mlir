// sort.mlir -- two operands by the first; stable, nan last
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<5xf32>, %y: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  // CHECK: cjax.sort %{{.*}}, %{{.*}} along 0 keys 1 : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  %r:2 = cjax.sort %x, %y along 0 keys 1 : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  return %r#0, %r#1 : tensor<5xf32>, tensor<5xf32>
}

func.func @main() {
  %x = cjax.constant dense<[2.0, 0x7FC00000, -0.0, 0.0, -1.0]> : tensor<5xf32>
  %y = cjax.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0]> : tensor<5xf32>
  %r:2 = func.call @f(%x, %y) : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %r#0 : tensor<5xf32> as ["str"]
  // RUN: [-1. -0.  0.  2. nan]
  cjax.print ["", "\0A"] with %r#1 : tensor<5xf32> as ["str"]
  // RUN-NEXT: [5. 3. 4. 1. 2.]
  return
}
