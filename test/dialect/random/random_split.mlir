// random_split.mlir -- keys from a key
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<2xui32>) -> tensor<2x2x2xui32> {
  // CHECK: cjax.random_split %{{.*}} shape [2, 2] : tensor<2xui32> -> tensor<2x2x2xui32>
  %r = cjax.random_split %x shape [2, 2] : tensor<2xui32> -> tensor<2x2x2xui32>
  return %r : tensor<2x2x2xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 42]> : tensor<2xui32>
  %r = func.call @f(%x) : (tensor<2xui32>) -> tensor<2x2x2xui32>
  cjax.print ["", "\0A"] with %r : tensor<2x2x2xui32> as ["str"]
  // EXEC: (((1832780943  270669613)
  // EXEC-NEXT:   (  64467757 2916123636))
  // EXEC-EMPTY:
  // EXEC-NEXT:  ((2465931498  255383827)
  // EXEC-NEXT:   (3134548294  894150801)))
  %b0 = cjax.constant dense<[[0, 42], [42, 0]]> : tensor<2x2xui32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x2xui32>) -> tensor<2x2x2x2xui32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x2x2x2xui32> as ["str"]
  // EXEC-NEXT: ((((1832780943  270669613)
  // EXEC-NEXT:    (  64467757 2916123636))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((2465931498  255383827)
  // EXEC-NEXT:    (3134548294  894150801)))
  // EXEC-EMPTY:
  // EXEC-EMPTY:
  // EXEC-NEXT:  (((3732534457 1332528664)
  // EXEC-NEXT:    (3871190435 4135215131))
  // EXEC-EMPTY:
  // EXEC-NEXT:   ((1317269946  792115261)
  // EXEC-NEXT:    ( 778881873 2553279824))))
  return
}
