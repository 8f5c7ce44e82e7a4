// convert_element_type.mlir -- float to int truncates and saturates; nan is 0
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xi8> {
  // CHECK: cjax.convert_element_type %{{.*}} : tensor<4xf32> -> tensor<4xi8>
  %r = cjax.convert_element_type %x : tensor<4xf32> -> tensor<4xi8>
  return %r : tensor<4xi8>
}

func.func @main() {
  %x = cjax.constant dense<[1.9, -1.9, 300.0, 0x7FC00000]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xi8>
  cjax.print ["", "\0A"] with %r : tensor<4xi8> as ["str"]
  // EXEC: (  1  -1 127   0)
  %b0 = cjax.constant dense<[[1.9, -1.9, 300.0, 0x7FC00000], [0x7FC00000, 1.9, -1.9, 300.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xi8>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xi8> as ["str"]
  // EXEC-NEXT: ((  1  -1 127   0)
  // EXEC-NEXT:  (  0   1  -1 127))
  return
}
