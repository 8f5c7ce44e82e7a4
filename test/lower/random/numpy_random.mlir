// numpy_random.mlir -- draws of numpy.random, compiled and interpreted; RandomState(0) and default_rng(0).
// RUN: cjax-opt --interpret %s > %t.want && FileCheck %s < %t.want
// RUN: cjax-lower -O0 %s -o %t && %t > %t.got && diff %t.want %t.got
// RUN: cjax-lower %s -o %t && %t > %t.got && diff %t.want %t.got

func.func @main() {
  %seed = cjax.constant dense<[0]> : tensor<1xui32>
  %none = cjax.constant dense<> : tensor<0x1xf64>
  %bounds = cjax.constant dense<[[0], [9]]> : tensor<2x1xi64>
  %size = cjax.constant dense<[[5], [1]]> : tensor<2x1xi64>
  %0 = cjax.numpy_random "seed mt19937 legacy" (%seed) : (tensor<1xui32>) -> tensor<628xui32>
  %1:2 = cjax.numpy_random "legacy standard_normal" (%0, %none) : (tensor<628xui32>, tensor<0x1xf64>) -> (tensor<3xf64>, tensor<628xui32>)
  %2:2 = cjax.numpy_random "legacy integers" (%1#1, %bounds) : (tensor<628xui32>, tensor<2x1xi64>) -> (tensor<4xi64>, tensor<628xui32>)
  // CHECK: [1.76405235 0.40015721 0.97873798]
  cjax.print ["", "\0A"] with %1#0 : tensor<3xf64> as ["str"]
  // CHECK-NEXT: [9 3 5 2]
  cjax.print ["", "\0A"] with %2#0 : tensor<4xi64> as ["str"]
  %3 = cjax.numpy_random "seed pcg64" (%seed) : (tensor<1xui32>) -> tensor<13xui32>
  %4:2 = cjax.numpy_random "random" (%3, %none) : (tensor<13xui32>, tensor<0x1xf64>) -> (tensor<2xf64>, tensor<13xui32>)
  %5:3 = cjax.numpy_random "choice" (%4#1, %size) : (tensor<13xui32>, tensor<2x1xi64>) -> (tensor<3xi64>, tensor<13xui32>, tensor<4xi64>)
  // CHECK-NEXT: [0.63696169 0.26978671]
  cjax.print ["", "\0A"] with %4#0 : tensor<2xf64> as ["str"]
  // CHECK-NEXT: [3 4 0]
  cjax.print ["", "\0A"] with %5#0 : tensor<3xi64> as ["str"]
  // Parameters whose values contradict the sizes, which NumPy's functions never give, write nowhere else.
  %few = cjax.constant dense<[[2], [1]]> : tensor<2x1xi64>
  %three = cjax.constant dense<[[3]]> : tensor<1x1xi64>
  %wide = cjax.constant dense<[[0], [4294967295]]> : tensor<2x1xi64>
  %6:3 = cjax.numpy_random "choice" (%3, %few) : (tensor<13xui32>, tensor<2x1xi64>) -> (tensor<3xi64>, tensor<13xui32>, tensor<4xi64>)
  %7:2 = cjax.numpy_random "permutation" (%3, %three) : (tensor<13xui32>, tensor<1x1xi64>) -> (tensor<4xi64>, tensor<13xui32>)
  %8:2 = cjax.numpy_random "integers" (%3, %wide) : (tensor<13xui32>, tensor<2x1xi64>) -> (tensor<3xui8>, tensor<13xui32>)
  // CHECK-NEXT: [0 0 0]
  cjax.print ["", "\0A"] with %6#0 : tensor<3xi64> as ["str"]
  // CHECK-NEXT: [{{[012]}} {{[012]}} {{[012]}} 0]
  cjax.print ["", "\0A"] with %7#0 : tensor<4xi64> as ["str"]
  // CHECK-NEXT: [ 95 130 194]
  cjax.print ["", "\0A"] with %8#0 : tensor<3xui8> as ["str"]
  return
}
