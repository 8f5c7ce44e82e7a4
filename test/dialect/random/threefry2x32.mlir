// threefry2x32.mlir -- known answers of the block cipher
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<3xui32>, %y: tensor<3xui32>, %z: tensor<3xui32>, %u: tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>) {
  // CHECK: cjax.threefry2x32 %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} : (tensor<3xui32>, tensor<3xui32>, tensor<3xui32>, tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>)
  %r:2 = cjax.threefry2x32 %x, %y, %z, %u : (tensor<3xui32>, tensor<3xui32>, tensor<3xui32>, tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>)
  return %r#0, %r#1 : tensor<3xui32>, tensor<3xui32>
}

func.func @main() {
  %x = cjax.constant dense<[0, 320440878, 4294967295]> : tensor<3xui32>
  %y = cjax.constant dense<[0, 57701188, 4294967295]> : tensor<3xui32>
  %z = cjax.constant dense<[0, 608135816, 4294967295]> : tensor<3xui32>
  %u = cjax.constant dense<[0, 2242054355, 4294967295]> : tensor<3xui32>
  %r:2 = func.call @f(%x, %y, %z, %u) : (tensor<3xui32>, tensor<3xui32>, tensor<3xui32>, tensor<3xui32>) -> (tensor<3xui32>, tensor<3xui32>)
  cjax.print ["", "\0A"] with %r#0 : tensor<3xui32> as ["str"]
  // EXEC: (1797259609 3297917596  481924860)
  cjax.print ["", "\0A"] with %r#1 : tensor<3xui32> as ["str"]
  // EXEC-NEXT: (2579123966 1212020640 3137350631)
  return
}
