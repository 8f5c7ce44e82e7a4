// hessenberg.mlir -- reflectors below the first subdiagonal
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<3xf32>) {
  // CHECK: cjax.hessenberg %{{.*}} : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<3xf32>)
  %r:2 = cjax.hessenberg %a0 : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<3xf32>)
  return %r#0, %r#1 : tensor<4x4xf32>, tensor<3xf32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[[-0.75, -0.25, -1.0, -1.25], [1.75, 1.0, -0.5, -1.5], [-1.75, 0.5, -2.0, 1.5], [0.75, 1.25, 0.0, 0.25]]> : tensor<4x4xf32>
  %y0:2 = func.call @f0(%x0_0) : (tensor<4x4xf32>) -> (tensor<4x4xf32>, tensor<3xf32>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<4x4xf32> as ["str"]
  // EXEC: ((-0.75       -0.14501047  1.4650377  -0.676488  )
  // EXEC-NEXT:  (-2.58602    -0.7803739   0.07024199  2.1771667 )
  // EXEC-NEXT:  (-0.40359592  2.257053   -0.22147977  0.11018887)
  // EXEC-NEXT:  ( 0.17296968  0.22148424 -1.0257267   0.25185382))
  cjax.print ["", "\0A"] with %y0#1 : tensor<3xf32> as ["str"]
  // EXEC-NEXT: (1.6767156 1.9064772 0.       )
  return
}
