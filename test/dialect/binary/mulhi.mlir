// mulhi.mlir -- the high half of products, signed and unsigned
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f0(%a0: tensor<3xi8>, %a1: tensor<3xi8>) -> (tensor<3xi8>) {
  // CHECK: cjax.mulhi %{{.*}}, %{{.*}} : tensor<3xi8>
  %r:1 = cjax.mulhi %a0, %a1 : tensor<3xi8>
  return %r#0 : tensor<3xi8>
}

func.func private @f1(%a0: tensor<3xui32>, %a1: tensor<3xui32>) -> (tensor<3xui32>) {
  // CHECK: cjax.mulhi %{{.*}}, %{{.*}} : tensor<3xui32>
  %r:1 = cjax.mulhi %a0, %a1 : tensor<3xui32>
  return %r#0 : tensor<3xui32>
}

func.func @main() {
  %x0_0 = cjax.constant dense<[100, -128, 77]> : tensor<3xi8>
  %x0_1 = cjax.constant dense<[77, -128, 100]> : tensor<3xi8>
  %y0:1 = func.call @f0(%x0_0, %x0_1) : (tensor<3xi8>, tensor<3xi8>) -> (tensor<3xi8>)
  cjax.print ["", "\0A"] with %y0#0 : tensor<3xi8> as ["str"]
  // EXEC: (30 64 30)
  %b0_0_0 = cjax.constant dense<[[100, -128, 77], [77, 100, -128]]> : tensor<2x3xi8>
  %m0_0:1 = cjax.vmap @f0(%b0_0_0, %x0_1) in [0, -1] out [0] size 2 : (tensor<2x3xi8>, tensor<3xi8>) -> (tensor<2x3xi8>)
  cjax.print ["", "\0A"] with %m0_0#0 : tensor<2x3xi8> as ["str"]
  // EXEC-NEXT: (( 30  64  30)
  // EXEC-NEXT:  ( 23 -50 -50))
  %x1_0 = cjax.constant dense<[4294967295, 65536, 7]> : tensor<3xui32>
  %x1_1 = cjax.constant dense<[4294967295, 65536, 7]> : tensor<3xui32>
  %y1:1 = func.call @f1(%x1_0, %x1_1) : (tensor<3xui32>, tensor<3xui32>) -> (tensor<3xui32>)
  cjax.print ["", "\0A"] with %y1#0 : tensor<3xui32> as ["str"]
  // EXEC-NEXT: (4294967294          1          0)
  return
}
