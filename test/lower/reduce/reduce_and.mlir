// reduce_and.mlir -- bools.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f0(%arg0: tensor<4x5xi1>) -> tensor<i1> {
  %0 = cjax.reduce_and %arg0 over [0, 1] : tensor<4x5xi1> -> tensor<i1>
  return %0 : tensor<i1>
}
func.func private @f1(%arg0: tensor<4x5xi1>) -> tensor<5xi1> {
  %0 = cjax.reduce_and %arg0 over [0] : tensor<4x5xi1> -> tensor<5xi1>
  return %0 : tensor<5xi1>
}
func.func private @f2(%arg0: tensor<4x5xi1>) -> tensor<4xi1> {
  %0 = cjax.reduce_and %arg0 over [1] : tensor<4x5xi1> -> tensor<4xi1>
  return %0 : tensor<4xi1>
}
func.func @main() {
  %0 = cjax.constant dense<[[false, true, true, true, true], [true, true, true, false, true], [false, true, true, false, true], [false,
      true, false, true, true]]> : tensor<4x5xi1>
  %1 = call @f0(%0) : (tensor<4x5xi1>) -> tensor<i1>
  cjax.print ["", "\0A"] with %1 : tensor<i1> as ["str"]
  %2 = cjax.constant dense<[[false, true, true, true, true], [true, true, true, true, true], [false, true, false, false, false], [true,
      true, false, true, true]]> : tensor<4x5xi1>
  %3 = call @f1(%2) : (tensor<4x5xi1>) -> tensor<5xi1>
  cjax.print ["", "\0A"] with %3 : tensor<5xi1> as ["str"]
  %4 = cjax.constant dense<[[true, true, true, false, false], [true, true, true, true, false], [true, true, false, true, true], [true,
      true, true, false, true]]> : tensor<4x5xi1>
  %5 = call @f2(%4) : (tensor<4x5xi1>) -> tensor<4xi1>
  cjax.print ["", "\0A"] with %5 : tensor<4xi1> as ["str"]
  return
}
