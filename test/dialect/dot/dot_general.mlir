// dot_general.mlir -- batched matrix product, contracting dimensions in odd places
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --interpret %s | FileCheck %s --check-prefix=RUN --match-full-lines

func.func private @f(%x: tensor<2x3x2xf32>, %y: tensor<2x2x3xf32>) -> tensor<2x2x2xf32> {
  // CHECK: cjax.dot_general %{{.*}}, %{{.*}} contract [1], [2] batch [2], [0] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  %r = cjax.dot_general %x, %y contract [1], [2] batch [2], [0] : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  return %r : tensor<2x2x2xf32>
}

func.func @main() {
  %x = cjax.constant dense<[[[0.0, 0.25], [0.5, 0.75], [1.0, 1.25]], [[1.5, 1.75], [2.0, 2.25], [2.5, 2.75]]]> : tensor<2x3x2xf32>
  %y = cjax.constant dense<[[[2.0, 3.0, 4.0], [5.0, 6.0, 7.0]], [[-4.0, -3.0, -2.0], [-1.0, 0.0, 1.0]]]> : tensor<2x2x3xf32>
  %r = func.call @f(%x, %y) : (tensor<2x3x2xf32>, tensor<2x2x3xf32>) -> tensor<2x2x2xf32>
  cjax.print ["", "\0A"] with %r : tensor<2x2x2xf32> as ["str"]
  // RUN: {{[[][[]}}[  5.5   10.  ]
  // RUN-NEXT:   [ 19.    37.  ]]
  // RUN-EMPTY:
  // RUN-NEXT:  {{[[][[]}} -5.75   1.  ]
  // RUN-NEXT:   [-19.25   1.  ]]]
  return
}
