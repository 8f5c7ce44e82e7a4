// random_bits_8.mlir -- bytes from a key
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2xui32>) -> tensor<5xui8> {
  // CHECK: cjax.random_bits %{{.*}} shape [5] : tensor<2xui32> -> tensor<5xui8>
  %r = cjax.random_bits %x shape [5] : tensor<2xui32> -> tensor<5xui8>
  return %r : tensor<5xui8>
}

func.func @main() {
  %x = cjax.constant dense<[0, 42]> : tensor<2xui32>
  %r = func.call @f(%x) : (tensor<2xui32>) -> tensor<5xui8>
  cjax.print ["", "\0A"] with %r : tensor<5xui8> as ["str"]
  // EXEC: (162 217 249 215  21)
  %b0 = cjax.constant dense<[[0, 42], [42, 0]]> : tensor<2x2xui32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2xui32>) -> tensor<2x5xui8>
  cjax.print ["", "\0A"] with %m0 : tensor<2x5xui8> as ["str"]
  // EXEC-NEXT: ((162 217 249 215  21)
  // EXEC-NEXT:  (161 184 135   1 150))
  return
}
