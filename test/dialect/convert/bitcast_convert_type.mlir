// bitcast_convert_type.mlir -- the bits of a float
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xui32> {
  // CHECK: cjax.bitcast_convert_type %{{.*}} : tensor<4xf32> -> tensor<4xui32>
  %r = cjax.bitcast_convert_type %x : tensor<4xf32> -> tensor<4xui32>
  return %r : tensor<4xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xui32>
  cjax.print ["", "\0A"] with %r : tensor<4xui32> as ["str"]
  // EXEC: (1056964608 3214934016 1073741824          0)
  %b0 = cjax.constant dense<[[0.5, -1.25, 2.0, 0.0], [0.0, 0.5, -1.25, 2.0]]> : tensor<2x4xf32>
  %m0 = cjax.vmap @f(%b0) in [0] out [0] size 2 : (tensor<2x4xf32>) -> tensor<2x4xui32>
  cjax.print ["", "\0A"] with %m0 : tensor<2x4xui32> as ["str"]
  // EXEC-NEXT: ((1056964608 3214934016 1073741824          0)
  // EXEC-NEXT:  (         0 1056964608 3214934016 1073741824))
  return
}
