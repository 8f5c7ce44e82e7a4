// special.mlir -- functions of the library in compiled code, of each width of floats
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-definitions --inline --simplify --fuse %s > %t.mlir
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// The ops are gone: straight functions are in place, those with loops are called.
// RUN: cjax-opt --expand-definitions %s | FileCheck %s
// CHECK-LABEL: func.func @main
// CHECK-NOT: cjax.lgamma
// CHECK: call @igamma(
// CHECK-NOT: cjax.igamma

func.func @main() {
  %a = cjax.constant dense<[0.5, 2.0, 3.5, 11.0, 30.0, 1.0, 0.25, 7.0, 19.0]> : tensor<9xf32>
  %x = cjax.constant dense<[0.25, 1.5, 8.0, 10.0, 40.0, 0.0, 0x7F800000, 0.5, 20.0]> : tensor<9xf32>
  %0 = cjax.lgamma %x : tensor<9xf32>
  %1 = cjax.digamma %a : tensor<9xf32>
  %2 = cjax.igamma %a, %x : tensor<9xf32>
  %3 = cjax.igammac %a, %x : tensor<9xf32>
  %4 = cjax.bessel_i0e %x : tensor<9xf32>
  cjax.print ["", "\0A", "\0A", "\0A", "\0A", "\0A"] with %0, %1, %2, %3, %4 : tensor<9xf32>, tensor<9xf32>, tensor<9xf32>, tensor<9xf32>, tensor<9xf32> as ["str", "str", "str", "str", "str"]
  %b = cjax.convert_element_type %a : tensor<9xf32> -> tensor<9xbf16>
  %h = cjax.convert_element_type %a : tensor<9xf32> -> tensor<9xf16>
  %d = cjax.convert_element_type %a : tensor<9xf32> -> tensor<9xf64>
  %5 = cjax.lgamma %b : tensor<9xbf16>
  %6 = cjax.bessel_i1e %h : tensor<9xf16>
  %7 = cjax.polygamma %d, %d : tensor<9xf64>
  %s = cjax.constant dense<2.5> : tensor<f64>
  %8 = cjax.zeta %s, %s : tensor<f64>
  cjax.print ["", "\0A", "\0A", "\0A", "\0A"] with %5, %6, %7, %8 : tensor<9xbf16>, tensor<9xf16>, tensor<9xf64>, tensor<f64> as ["str", "str", "str", "str"]
  return
}
