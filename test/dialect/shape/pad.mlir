// pad.mlir -- edges and gaps filled, or cut
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3xf32>, %y: tensor<f32>) -> tensor<4x4xf32> {
  // CHECK: cjax.pad %{{.*}}, %{{.*}} low [1, -1] high [0, 2] interior [1, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  %r = cjax.pad %x, %y low [1, -1] high [0, 2] interior [1, 0] : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  return %r : tensor<4x4xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[0.0, 0.5, 1.0], [1.5, 2.0, 2.5]]> : tensor<2x3xf32>
  %y = cjax.constant dense<9.0> : tensor<f32>
  %r = func.call @f(%x, %y) : (tensor<2x3xf32>, tensor<f32>) -> tensor<4x4xf32>
  cjax.print ["", "\0A"] with %r : tensor<4x4xf32> as ["str"]
  // RUN: {{[[][[]}}9.  9.  9.  9. ]
  // RUN-NEXT:  [0.5 1.  9.  9. ]
  // RUN-NEXT:  [9.  9.  9.  9. ]
  // RUN-NEXT:  [2.  2.5 9.  9. ]]
  return
}
