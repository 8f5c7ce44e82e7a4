// RUN: cjax-opt --simplify %s | FileCheck %s
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --simplify --interpret %s > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-opt --simplify %s > %t.mlir && cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

// Powers that roots and products give, of zeros, infinities and nan too.
// CHECK-LABEL: func.func @main
// CHECK-NOT: cjax.pow
// CHECK: cjax.sqrt
// CHECK: cjax.select_n
// CHECK: cjax.pow
// CHECK-NOT: cjax.pow
func.func @main() {
  %x = cjax.constant dense<[0.0, -0.0, 1.0, 2.5, -1.0, 0x7F800000, 0xFF800000, 0x7FC00000, 3.0e9, 1.0e-9, 7.0, 8.0, 9.5, 10.5, 11.5, 12.5, 13.5, 14.5]> : tensor<18xf32>
  %h = cjax.constant dense<0.5> : tensor<18xf32>
  %m = cjax.constant dense<-0.5> : tensor<18xf32>
  %t = cjax.constant dense<1.5> : tensor<18xf32>
  %w = cjax.constant dense<2.0> : tensor<18xf32>
  %r = cjax.constant dense<-1.0> : tensor<18xf32>
  %o = cjax.constant dense<2.5> : tensor<18xf32>
  %0 = cjax.pow %x, %h : tensor<18xf32>
  %1 = cjax.pow %x, %m : tensor<18xf32>
  %2 = cjax.pow %x, %t : tensor<18xf32>
  %3 = cjax.pow %x, %w : tensor<18xf32>
  %4 = cjax.pow %x, %r : tensor<18xf32>
  %5 = cjax.pow %x, %o : tensor<18xf32>
  cjax.print ["", " ", " ", " ", " ", " ", "\n"] with %0, %1, %2, %3, %4, %5 : tensor<18xf32>, tensor<18xf32>, tensor<18xf32>, tensor<18xf32>, tensor<18xf32>, tensor<18xf32> as ["str", "str", "str", "str", "str", "str"]
  return
}
