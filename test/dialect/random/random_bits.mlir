// random_bits.mlir -- bits from a key
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2xui32>) -> tensor<2x3xui32> {
  // CHECK: cjax.random_bits %{{.*}} shape [2, 3] : tensor<2xui32> -> tensor<2x3xui32>
  %r = cjax.random_bits %x shape [2, 3] : tensor<2xui32> -> tensor<2x3xui32>
  return %r : tensor<2x3xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 42]> : tensor<2xui32>
  %r = func.call @f(%x) : (tensor<2xui32>) -> tensor<2x3xui32>
  cjax.print ["", "\0A"] with %r : tensor<2x3xui32> as ["str"]
  // EXEC: ((2098992034 2919706841 2646866425)
  // EXEC-NEXT:  (2409546199 1935504149 2516274904))
  %b0 = cjax.constant dense<[[0, 42], [42, 0]]> : tensor<2x2xui32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2xui32>) -> tensor<2x2x3xui32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x3xui32> as ["str"]
  // EXEC-NEXT: (((2098992034 2919706841 2646866425)
  // EXEC-NEXT:   (2409546199 1935504149 2516274904))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2434085537  281529784 1639270791)
  // EXEC-NEXT:   (3057860097 3376466838 1730429811)))
  return
}
