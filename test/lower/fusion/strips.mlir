// strips.mlir -- stencils take several rows at once: four, or two where rows fall on the same sets of the first-level cache.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-lower --emit=linalg --without=strips %s | FileCheck %s --check-prefix=ONE --implicit-check-not='%c13 '

// Four rows of 6 x 3 loads, all of them before the four stores; rows at the border one by one, under masks.
// CHECK-LABEL: func.func private @k0_fusion(
// CHECK:         scf.for %[[B:.*]] = %c0{{.*}} to %c13
// CHECK:           %[[I:.*]] = arith.muli %[[B]], %c4
// CHECK:           scf.if
// CHECK:             scf.for %{{.*}} = %c0{{.*}} to %c48{{.*}} step %c16
// CHECK-NOT:           vector.store
// CHECK-COUNT-8:       vector.load
// CHECK-NOT:           vector.load
// CHECK-COUNT-4:       vector.store
// CHECK:             scf.for %{{.*}} = %c34{{.*}} to %c50{{.*}} step %c16
// CHECK:           } else {
// CHECK:             arith.minsi
// CHECK:             scf.for
// CHECK:               arith.select
// ONE-LABEL: func.func private @k0_fusion(
func.func private @border(%x: tensor<50x50xf32>) -> tensor<50x50xf32> {
  %y = cjax.fusion %x : (tensor<50x50xf32>) -> tensor<50x50xf32> {
  ^bb0(%a: tensor<50x50xf32>):
    %o = cjax.constant dense<0.0> : tensor<f32>
    %p = cjax.pad %a, %o low [1, 0] high [0, 0] interior [0, 0] : (tensor<50x50xf32>, tensor<f32>) -> tensor<51x50xf32>
    %0 = cjax.slice %p from [0, 0] to [50, 50] by [1, 1] : tensor<51x50xf32> -> tensor<50x50xf32>
    %1 = cjax.sub %0, %a : tensor<50x50xf32>
    cjax.yield %1 : tensor<50x50xf32>
  }
  return %y : tensor<50x50xf32>
}

// Rows of 4096 bytes; inside, a roll's row is the one before.
// CHECK-LABEL: func.func private @k1_fusion(
// CHECK:         arith.muli %{{.*}}, %c2
// CHECK:         arith.cmpi uge, %{{.*}}, %c1
// CHECK:         scf.if
// CHECK-NOT:       arith.select
// CHECK:           vector.store
// CHECK-NEXT:      vector.store
// CHECK-NEXT:    }
// CHECK-NEXT:  } else {
// CHECK:           arith.select
func.func private @roll(%x: tensor<64x1024xf32>) -> tensor<64x1024xf32> {
  %y = cjax.fusion %x : (tensor<64x1024xf32>) -> tensor<64x1024xf32> {
  ^bb0(%a: tensor<64x1024xf32>):
    %1 = cjax.slice %a from [63, 0] to [64, 1024] by [1, 1] : tensor<64x1024xf32> -> tensor<1x1024xf32>
    %2 = cjax.slice %a from [0, 0] to [63, 1024] by [1, 1] : tensor<64x1024xf32> -> tensor<63x1024xf32>
    %3 = cjax.concatenate %1, %2 dim 0 : (tensor<1x1024xf32>, tensor<63x1024xf32>) -> tensor<64x1024xf32>
    %4 = cjax.sub %a, %3 : tensor<64x1024xf32>
    cjax.yield %4 : tensor<64x1024xf32>
  }
  return %y : tensor<64x1024xf32>
}

// Nothing is read by two rows.
// CHECK-LABEL: func.func private @k2_fusion(
// CHECK-NOT:     arith.muli
// CHECK:         return
func.func private @columns(%x: tensor<50x50xf32>) -> tensor<50x48xf32> {
  %y = cjax.fusion %x : (tensor<50x50xf32>) -> tensor<50x48xf32> {
  ^bb0(%a: tensor<50x50xf32>):
    %0 = cjax.slice %a from [0, 0] to [50, 48] by [1, 1] : tensor<50x50xf32> -> tensor<50x48xf32>
    %1 = cjax.slice %a from [0, 2] to [50, 50] by [1, 1] : tensor<50x50xf32> -> tensor<50x48xf32>
    %2 = cjax.sub %0, %1 : tensor<50x48xf32>
    cjax.yield %2 : tensor<50x48xf32>
  }
  return %y : tensor<50x48xf32>
}
func.func @main() {
  return
}
