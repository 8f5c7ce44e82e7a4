// bitcast.mlir -- bits under another type of the same width are no kernel, wherever the array lies.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower %s -o %t && %t | FileCheck %s --check-prefix=OUT

// CHECK-NOT: bitcast_convert_type
func.func @main() {
  %x = cjax.iota dim 0 : tensor<9xf32>
  %b = cjax.bitcast_convert_type %x : tensor<9xf32> -> tensor<9xi32>
  cjax.print ["", "\0A"] with %b : tensor<9xi32> as ["str"]
  // OUT: [ 0 1065353216 1073741824 1077936128 1082130432 1084227584
  // OUT-NEXT: 1086324736 1088421888 1090519040]
  %s = cjax.constant dense<[1.0, -2.0, 448.0]> : tensor<3xf8E4M3FN>
  %u = cjax.bitcast_convert_type %s : tensor<3xf8E4M3FN> -> tensor<3xui8>
  cjax.print ["", "\0A"] with %u : tensor<3xui8> as ["str"]
  // OUT-NEXT: [ 56 192 126]
  %f = cjax.fusion %s : (tensor<3xf8E4M3FN>) -> tensor<3xui8> {
  ^bb0(%y: tensor<3xf8E4M3FN>):
    %0 = cjax.bitcast_convert_type %y : tensor<3xf8E4M3FN> -> tensor<3xui8>
    %1 = cjax.neg %0 : tensor<3xui8>
    cjax.yield %1 : tensor<3xui8>
  }
  cjax.print ["", "\0A"] with %f : tensor<3xui8> as ["str"]
  // OUT-NEXT: [200  64 130]
  return
}
