// cuts.mlir -- concatenations that are cut at different places, which are not met in order: each piece is read from its operand.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got

func.func private @f(%a0: tensor<3x4xf32>, %b0: tensor<3x16xf32>, %a1: tensor<3x13xf32>, %b1: tensor<3x7xf32>, %a2: tensor<3x9xf32>, %b2: tensor<3x11xf32>, %a3: tensor<3x2xf32>, %b3: tensor<3x18xf32>) -> tensor<3x20xf32> {
  %r = cjax.fusion %a0, %b0, %a1, %b1, %a2, %b2, %a3, %b3 : (tensor<3x4xf32>, tensor<3x16xf32>, tensor<3x13xf32>, tensor<3x7xf32>, tensor<3x9xf32>, tensor<3x11xf32>, tensor<3x2xf32>, tensor<3x18xf32>) -> tensor<3x20xf32> {
  ^bb0(%ia0: tensor<3x4xf32>, %ib0: tensor<3x16xf32>, %ia1: tensor<3x13xf32>, %ib1: tensor<3x7xf32>, %ia2: tensor<3x9xf32>, %ib2: tensor<3x11xf32>, %ia3: tensor<3x2xf32>, %ib3: tensor<3x18xf32>):
    %c0 = cjax.concatenate %ia0, %ib0 dim 1 : (tensor<3x4xf32>, tensor<3x16xf32>) -> tensor<3x20xf32>
    %c1 = cjax.concatenate %ia1, %ib1 dim 1 : (tensor<3x13xf32>, tensor<3x7xf32>) -> tensor<3x20xf32>
    %c2 = cjax.concatenate %ia2, %ib2 dim 1 : (tensor<3x9xf32>, tensor<3x11xf32>) -> tensor<3x20xf32>
    %c3 = cjax.concatenate %ia3, %ib3 dim 1 : (tensor<3x2xf32>, tensor<3x18xf32>) -> tensor<3x20xf32>
    %s1 = cjax.add %c0, %c1 : tensor<3x20xf32>
    %s2 = cjax.add %s1, %c2 : tensor<3x20xf32>
    %s3 = cjax.add %s2, %c3 : tensor<3x20xf32>
    cjax.yield %s3 : tensor<3x20xf32>
  }
  return %r : tensor<3x20xf32>
}
func.func @main() {
  %a0 = cjax.iota dim 1 : tensor<3x4xf32>
  %b0 = cjax.iota dim 1 : tensor<3x16xf32>
  %a1 = cjax.iota dim 1 : tensor<3x13xf32>
  %b1 = cjax.iota dim 1 : tensor<3x7xf32>
  %a2 = cjax.iota dim 1 : tensor<3x9xf32>
  %b2 = cjax.iota dim 1 : tensor<3x11xf32>
  %a3 = cjax.iota dim 1 : tensor<3x2xf32>
  %b3 = cjax.iota dim 1 : tensor<3x18xf32>
  %r = call @f(%a0, %b0, %a1, %b1, %a2, %b2, %a3, %b3) : (tensor<3x4xf32>, tensor<3x16xf32>, tensor<3x13xf32>, tensor<3x7xf32>, tensor<3x9xf32>, tensor<3x11xf32>, tensor<3x2xf32>, tensor<3x18xf32>) -> tensor<3x20xf32>
  cjax.print ["", "\0A"] with %r : tensor<3x20xf32> as ["str"]
  return
}
