// bitcast_convert_type.mlir -- the bits of a float
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<4xf32>) -> tensor<4xui32> {
  // CHECK: cjax.bitcast_convert_type %{{.*}} : tensor<4xf32> -> tensor<4xui32>
  %r = cjax.bitcast_convert_type %x : tensor<4xf32> -> tensor<4xui32>
  return %r : tensor<4xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0.5, -1.25, 2.0, 0.0]> : tensor<4xf32>
  %r = func.call @f(%x) : (tensor<4xf32>) -> tensor<4xui32>
  cjax.print ["", "\0A"] with %r : tensor<4xui32> as ["str"]
  // RUN: [1056964608 3214934016 1073741824          0]
  return
}
