// random_seed.mlir -- keys from seeds
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3xi64>) -> tensor<3x2xui32> {
  // CHECK: cjax.random_seed %{{.*}} : tensor<3xi64> -> tensor<3x2xui32>
  %r = cjax.random_seed %x : tensor<3xi64> -> tensor<3x2xui32>
  return %r : tensor<3x2xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0, -1, 4294967303]> : tensor<3xi64>
  %r = func.call @f(%x) : (tensor<3xi64>) -> tensor<3x2xui32>
  cjax.print ["", "\0A"] with %r : tensor<3x2xui32> as ["str"]
  // EXEC: ((         0          0)
  // EXEC-NEXT:  (4294967295 4294967295)
  // EXEC-NEXT:  (         1          7))
  return
}
