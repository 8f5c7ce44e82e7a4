// RUN: cjax-lower --emit=linalg %s | FileCheck %s
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

// Expensive elementwise ops: several vectors at once, then the rest one by one.
func.func private @f0(%arg0: tensor<3x77xf32>) -> tensor<3x77xf32> {
  // CHECK: scf.for {{.*}} step %c32
  // CHECK: vector.load {{.*}} vector<32xf32>
  // CHECK: vector.store
  // CHECK: scf.for {{.*}} step %c1
  // CHECK: memref.store
  %0 = cjax.fusion %arg0 : (tensor<3x77xf32>) -> tensor<3x77xf32> {
  ^bb0(%x: tensor<3x77xf32>):
    %1 = cjax.exp %x : tensor<3x77xf32>
    %2 = cjax.tanh %1 : tensor<3x77xf32>
    %3 = cjax.iota dim 1 : tensor<3x77xf32>
    %4 = cjax.mul %2, %3 : tensor<3x77xf32>
    cjax.yield %4 : tensor<3x77xf32>
  }
  return %0 : tensor<3x77xf32>
}
func.func @main() {
  %i = cjax.iota dim 1 : tensor<3x77xf32>
  %k = cjax.constant dense<-0.031> : tensor<3x77xf32>
  %x = cjax.mul %i, %k : tensor<3x77xf32>
  %0 = call @f0(%x) : (tensor<3x77xf32>) -> tensor<3x77xf32>
  cjax.print ["", "\0A"] with %0 : tensor<3x77xf32> as ["str"]
  return
}
