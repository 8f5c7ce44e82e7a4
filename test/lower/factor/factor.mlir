// factor.mlir -- definitions of the library in compiled code
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-opt --expand-definitions --inline --split-complex --expand-ops --simplify --fuse %s > %t.mlir
// RUN: cjax-lower %t.mlir -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func @main() {
  %a = cjax.constant dense<[[[2.0, -1.0, 0.5], [1.0, 3.0, 2.0], [0.5, 0.25, -4.0]], [[0.0, 0.0, 0.5], [0.0, 1.0, 2.0], [3.0, 0.25, 1.0]]]> : tensor<2x3x3xf32>
  %0:2 = cjax.geqrf %a : (tensor<2x3x3xf32>) -> (tensor<2x3x3xf32>, tensor<2x3xf32>)
  %1 = cjax.householder_product %0#0, %0#1 : (tensor<2x3x3xf32>, tensor<2x3xf32>) -> tensor<2x3x3xf32>
  %2:2 = cjax.hessenberg %a : (tensor<2x3x3xf32>) -> (tensor<2x3x3xf32>, tensor<2x2xf32>)
  cjax.print ["", "\0A", "\0A", "\0A"] with %0#0, %1, %2#0 : tensor<2x3x3xf32>, tensor<2x3x3xf32>, tensor<2x3x3xf32> as ["str", "str", "str"]
  %c = cjax.constant dense<[[(1.0, 2.0), (0.5, -1.0)], [(3.0, 0.25), (-2.0, 1.0)]]> : tensor<2x2xcomplex<f32>>
  %3:2 = cjax.geqrf %c : (tensor<2x2xcomplex<f32>>) -> (tensor<2x2xcomplex<f32>>, tensor<2xcomplex<f32>>)
  cjax.print ["", "\0A"] with %3#0 : tensor<2x2xcomplex<f32>> as ["str"]
  %d = cjax.constant dense<[2.0, 0.25, 4.0]> : tensor<3xf64>
  %u = cjax.constant dense<[1.0, 3.0, 2.0]> : tensor<3xf64>
  %b = cjax.constant dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf64>
  %4 = cjax.tridiagonal_solve %u, %d, %u, %b : (tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3x1xf64>) -> tensor<3x1xf64>
  %p = cjax.constant dense<[2, 1, 3]> : tensor<3xi32>
  %5 = cjax.lu_pivots_to_permutation %p size 4 : tensor<3xi32> -> tensor<4xi32>
  cjax.print ["", "\0A", "\0A"] with %4, %5 : tensor<3x1xf64>, tensor<4xi32> as ["str", "str"]
  %x = cjax.constant dense<[3.0, 0x7FC0, -1.0, 3.0, 0.5]> : tensor<5xbf16>
  %6:2 = cjax.top_k %x k 3 along 0 : (tensor<5xbf16>) -> (tensor<3xbf16>, tensor<3xi32>)
  %i = cjax.constant dense<[9223372036854775807, -5, 1234567890123]> : tensor<3xi64>
  %7 = cjax.mulhi %i, %i : tensor<3xi64>
  cjax.print ["", "\0A", "\0A", "\0A"] with %6#0, %6#1, %7 : tensor<3xbf16>, tensor<3xi32>, tensor<3xi64> as ["str", "str", "str"]
  return
}
