// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: env CJAX_NUM_THREADS=2 %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

// Expensive ops that follow one another: each a loop over a chunk of 1024, all but the last to
// scratch.
func.func private @f0(%arg0: tensor<8x6144xf32>) -> (tensor<8x6144xf32>, tensor<8x6144xf32>) {
  // CHECK: scf.forall {{.*}} in (48)
  // CHECK: memref.alloc() {{.*}} : memref<1024xf32>
  // CHECK: memref.alloc() {{.*}} : memref<1024xf32>
  // CHECK: scf.for {{.*}} to %c1024 step %c32
  // CHECK: vector.store {{.*}} : memref<1024xf32>
  // CHECK: scf.for {{.*}} to %c1024
  // CHECK: vector.load {{.*}} : memref<1024xf32>
  // CHECK: vector.store {{.*}} : memref<1024xf32>
  // CHECK: scf.for {{.*}} to %c1024
  // CHECK: vector.load {{.*}} : memref<1024xf32>
  // CHECK: vector.store {{.*}} : memref<48x1024xf32>
  // CHECK: vector.store {{.*}} : memref<48x1024xf32>
  %0:2 = cjax.fusion %arg0 : (tensor<8x6144xf32>) -> (tensor<8x6144xf32>, tensor<8x6144xf32>) {
  ^bb0(%x: tensor<8x6144xf32>):
    %1 = cjax.exp %x : tensor<8x6144xf32>
    %2 = cjax.mul %1, %x : tensor<8x6144xf32>
    %3 = cjax.tanh %2 : tensor<8x6144xf32>
    %4 = cjax.mul %3, %1 : tensor<8x6144xf32>
    %5 = cjax.log1p %1 : tensor<8x6144xf32>
    %6 = cjax.add %4, %5 : tensor<8x6144xf32>
    cjax.yield %6, %3 : tensor<8x6144xf32>, tensor<8x6144xf32>
  }
  return %0#0, %0#1 : tensor<8x6144xf32>, tensor<8x6144xf32>
}
func.func @main() {
  %i = cjax.iota dim 1 : tensor<8x6144xf32>
  %k = cjax.constant dense<-0.00031> : tensor<8x6144xf32>
  %x = cjax.mul %i, %k : tensor<8x6144xf32>
  %0:2 = call @f0(%x) : (tensor<8x6144xf32>) -> (tensor<8x6144xf32>, tensor<8x6144xf32>)
  %a = cjax.reduce_sum %0#0 over [0, 1] : tensor<8x6144xf32> -> tensor<f32>
  %b = cjax.reduce_max %0#1 over [0] : tensor<8x6144xf32> -> tensor<6144xf32>
  cjax.print ["", " ", "\0A"] with %a, %b : tensor<f32>, tensor<6144xf32> as ["str", "str"]
  return
}
