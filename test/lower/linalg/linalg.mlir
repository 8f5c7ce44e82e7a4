// linalg.mlir -- batches, tiny results, both types; interpreter against compiled.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func @main() {
  %x = cjax.constant dense<[[[4.0, 1.0], [1.0, 3.0]], [[2.0, -1.0], [-1.0, 5.0]]]> : tensor<2x2x2xf64>
  %l = cjax.cholesky %x : tensor<2x2x2xf64>
  cjax.print ["", "\0A"] with %l : tensor<2x2x2xf64> as ["str"]
  %t = cjax.triangular_solve %l, %x {lower, transpose_a} : (tensor<2x2x2xf64>, tensor<2x2x2xf64>) -> tensor<2x2x2xf64>
  cjax.print ["", "\0A"] with %t : tensor<2x2x2xf64> as ["str"]
  %lu:3 = cjax.lu %x : (tensor<2x2x2xf64>) -> (tensor<2x2x2xf64>, tensor<2x2xi32>, tensor<2x2xi32>)
  cjax.print ["", " ", " ", "\0A"] with %lu#0, %lu#1, %lu#2 : tensor<2x2x2xf64>, tensor<2x2xi32>, tensor<2x2xi32> as ["str", "str", "str"]
  %q:2 = cjax.qr %x : (tensor<2x2x2xf64>) -> (tensor<2x2x2xf64>, tensor<2x2x2xf64>)
  cjax.print ["", " ", "\0A"] with %q#0, %q#1 : tensor<2x2x2xf64>, tensor<2x2x2xf64> as ["str", "str"]
  %e:2 = cjax.eigh %x {lower} : (tensor<2x2x2xf64>) -> (tensor<2x2x2xf64>, tensor<2x2xf64>)
  cjax.print ["", " ", "\0A"] with %e#0, %e#1 : tensor<2x2x2xf64>, tensor<2x2xf64> as ["str", "str"]
  %column = cjax.constant dense<[[3.0], [4.0]]> : tensor<2x1xf32>
  %s:3 = cjax.svd %column {full_matrices, compute_uv} : (tensor<2x1xf32>) -> (tensor<1xf32>, tensor<2x2xf32>, tensor<1x1xf32>)
  cjax.print ["", " ", " ", "\0A"] with %s#0, %s#1, %s#2 : tensor<1xf32>, tensor<2x2xf32>, tensor<1x1xf32> as ["str", "str", "str"]
  %none = cjax.svd %column : (tensor<2x1xf32>) -> tensor<1xf32>
  cjax.print ["", "\0A"] with %none : tensor<1xf32> as ["str"]
  return
}
