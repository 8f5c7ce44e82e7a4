// random_bits_64.mlir -- 64-bit words from a key
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2xui32>) -> tensor<3xui64> {
  // CHECK: cjax.random_bits %{{.*}} shape [3] : tensor<2xui32> -> tensor<3xui64>
  %r = cjax.random_bits %x shape [3] : tensor<2xui32> -> tensor<3xui64>
  return %r : tensor<3xui64>
}

func.func @main() {
  %x = cjax.constant dense<[0, 42]> : tensor<2xui32>
  %r = func.call @f(%x) : (tensor<2xui32>) -> tensor<3xui64>
  cjax.print ["", "\0A"] with %r : tensor<3xui64> as ["str"]
  // EXEC: ( 7871734211187709741   276886910877598708 10591095138341673235)
  %b0 = cjax.constant dense<[[0, 42], [42, 0]]> : tensor<2x2xui32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2xui32>) -> tensor<2x3xui64>
  cjax.print ["", "\0A"] with %m0 : tensor<2x3xui64> as ["str"]
  // EXEC-NEXT: (( 7871734211187709741   276886910877598708 10591095138341673235)
  // EXEC-NEXT:  (16031113425340646936 16626636319048228891  5657631338865801277))
  return
}
