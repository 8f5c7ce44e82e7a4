// fft.mlir -- several dimensions, lengths with large factors, both types; interpreter against compiled.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-ops --split-complex %s > %t.mlir && cjax-lower -O0 %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func @main() {
  %i = cjax.iota dim 1 : tensor<2x37xf64>
  %x = cjax.sin %i : tensor<2x37xf64>
  %a = cjax.rfft %x {rank = 2 : i64} : tensor<2x37xf64> -> tensor<2x19xcomplex<f64>>
  cjax.print ["", "\0A"] with %a : tensor<2x19xcomplex<f64>> as ["str"]
  %b = cjax.irfft %a {rank = 2 : i64, length = 37 : i64} : tensor<2x19xcomplex<f64>> -> tensor<2x37xf64>
  cjax.print ["", "\0A"] with %b : tensor<2x37xf64> as ["str"]
  %c = cjax.iota dim 0 : tensor<12x3xf32>
  %z = cjax.complex %c, %c : tensor<12x3xf32> -> tensor<12x3xcomplex<f32>>
  %d = cjax.fft %z {rank = 2 : i64, inverse} : tensor<12x3xcomplex<f32>>
  cjax.print ["", "\0A"] with %d : tensor<12x3xcomplex<f32>> as ["str"]
  return
}
