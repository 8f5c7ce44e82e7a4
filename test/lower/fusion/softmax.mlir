// softmax.mlir -- rows of which a maximum, exponentials and their sum are kept; a short row, a long one, the other axis.
// RUN: cjax-opt --interpret %s > %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && %python %root/test/compare_output.py %t.want %t.got
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// One loop over rows: the maximum, then exponentials that are kept while they are summed, in vectors, then the quotients.
// CHECK-LABEL: func.func private @k1_fusion(
// CHECK:         scf.for %{{.*}} = %c0{{.*}} to %c3
// CHECK:           %[[ROW:.*]] = memref.alloc() {{.*}} : memref<70xf32>
// CHECK:           scf.for {{.*}} step %c16{{.*}} -> (vector<16xf32>)
// CHECK:           scf.for {{.*}} step %c16{{.*}} -> (vector<16xf32>)
// CHECK:             vector.store %{{.*}}, %[[ROW]]
// CHECK:           scf.for
// CHECK:             vector.load %[[ROW]]
// CHECK:             arith.divf

func.func private @f0(%arg0: tensor<3x7xf32>) -> tensor<3x7xf32> {
  %0 = cjax.fusion %arg0 : (tensor<3x7xf32>) -> tensor<3x7xf32> {
  ^bb0(%arg1: tensor<3x7xf32>):
    %1 = cjax.reduce_max %arg1 over [1] : tensor<3x7xf32> -> tensor<3xf32>
    %2 = cjax.broadcast_in_dim %1 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %3 = cjax.broadcast_in_dim %2 dims [0, 1] : tensor<3x1xf32> -> tensor<3x7xf32>
    %4 = cjax.sub %arg1, %3 : tensor<3x7xf32>
    %5 = cjax.exp %4 : tensor<3x7xf32>
    %6 = cjax.reduce_sum %5 over [1] : tensor<3x7xf32> -> tensor<3xf32>
    %7 = cjax.broadcast_in_dim %6 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %8 = cjax.broadcast_in_dim %7 dims [0, 1] : tensor<3x1xf32> -> tensor<3x7xf32>
    %9 = cjax.div %5, %8 : tensor<3x7xf32>
    cjax.yield %9 : tensor<3x7xf32>
  }
  return %0 : tensor<3x7xf32>
}
func.func private @f1(%arg0: tensor<3x1xf32>) -> tensor<3x70xf32> {
  %0 = cjax.fusion %arg0 : (tensor<3x1xf32>) -> tensor<3x70xf32> {
  ^bb0(%arg1: tensor<3x1xf32>):
    %1 = cjax.iota dim 1 : tensor<3x70xf32>
    %2 = cjax.constant dense<0.00999999977> : tensor<f32>
    %3 = cjax.broadcast_in_dim %2 dims [] : tensor<f32> -> tensor<3x70xf32>
    %4 = cjax.mul %1, %3 : tensor<3x70xf32>
    %5 = cjax.broadcast_in_dim %arg1 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %6 = cjax.add %5, %4 : tensor<3x70xf32>
    %7 = cjax.reduce_max %6 over [1] : tensor<3x70xf32> -> tensor<3xf32>
    %8 = cjax.broadcast_in_dim %7 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %9 = cjax.broadcast_in_dim %8 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %10 = cjax.sub %6, %9 : tensor<3x70xf32>
    %11 = cjax.exp %10 : tensor<3x70xf32>
    %12 = cjax.reduce_sum %11 over [1] : tensor<3x70xf32> -> tensor<3xf32>
    %13 = cjax.broadcast_in_dim %12 dims [0] : tensor<3xf32> -> tensor<3x1xf32>
    %14 = cjax.broadcast_in_dim %13 dims [0, 1] : tensor<3x1xf32> -> tensor<3x70xf32>
    %15 = cjax.div %11, %14 : tensor<3x70xf32>
    cjax.yield %15 : tensor<3x70xf32>
  }
  return %0 : tensor<3x70xf32>
}
func.func private @f2(%arg0: tensor<3x7xf32>) -> tensor<3x7xf32> {
  %0 = cjax.fusion %arg0 : (tensor<3x7xf32>) -> tensor<3x7xf32> {
  ^bb0(%arg1: tensor<3x7xf32>):
    %1 = cjax.reduce_max %arg1 over [0] : tensor<3x7xf32> -> tensor<7xf32>
    %2 = cjax.broadcast_in_dim %1 dims [1] : tensor<7xf32> -> tensor<1x7xf32>
    %3 = cjax.broadcast_in_dim %2 dims [0, 1] : tensor<1x7xf32> -> tensor<3x7xf32>
    %4 = cjax.sub %arg1, %3 : tensor<3x7xf32>
    %5 = cjax.exp %4 : tensor<3x7xf32>
    %6 = cjax.reduce_sum %5 over [0] : tensor<3x7xf32> -> tensor<7xf32>
    %7 = cjax.broadcast_in_dim %6 dims [1] : tensor<7xf32> -> tensor<1x7xf32>
    %8 = cjax.broadcast_in_dim %7 dims [0, 1] : tensor<1x7xf32> -> tensor<3x7xf32>
    %9 = cjax.div %5, %8 : tensor<3x7xf32>
    cjax.yield %9 : tensor<3x7xf32>
  }
  return %0 : tensor<3x7xf32>
}
func.func @main() {
  %0 = cjax.constant dense<[[0.653444766, 0.498587847, -0.855177521, -0.325830042, 2.33981609, -1.20785654, -0.474544972], [1.06569791,
      -0.159260526, -0.812122046, -1.32317376, 0.536027908, 1.01989245, 1.39989352], [0.0537885092, 1.0449878, -1.03294098, 0.168021366,
      -6.773870e-01, 0.173838839, 0.750713706]]> : tensor<3x7xf32>
  %1 = call @f0(%0) : (tensor<3x7xf32>) -> tensor<3x7xf32>
  cjax.print ["", "\0A"] with %1 : tensor<3x7xf32> as ["str"]
  %2 = cjax.constant dense<[[1.06972623], [-0.989906191], [1.26748717]]> : tensor<3x1xf32>
  %3 = call @f1(%2) : (tensor<3x1xf32>) -> tensor<3x70xf32>
  cjax.print ["", "\0A"] with %3 : tensor<3x70xf32> as ["str"]
  %4 = cjax.constant dense<[[-0.474386245, -1.02573276, -0.170604229, -1.46255279, 0.00457819691, 0.289704144, -0.200370088],
      [0.536164701, -0.314681053, 0.00405102875, -1.44066417, 0.0426721685, -0.851036429, -0.449778616], [-0.093679063, 0.190977633,
      -1.64666557, -1.56342626, -0.301975042, 0.474385947, 0.360241413]]> : tensor<3x7xf32>
  %5 = call @f2(%4) : (tensor<3x7xf32>) -> tensor<3x7xf32>
  cjax.print ["", "\0A"] with %5 : tensor<3x7xf32> as ["str"]
  return
}
