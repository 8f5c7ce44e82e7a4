// kernel_once.mlir -- a kernel that runs once is a function of its own, and optimised: the program has few.
// RUN: cjax-lower --emit=linalg %s | FileCheck %s

// CHECK: @k0_exp({{.*}} attributes {passthrough = ["noinline", "cjax-kernel"]}
func.func @main(%x: tensor<100xf32>) -> tensor<100xf32> {
  %y = cjax.exp %x : tensor<100xf32>
  return %y : tensor<100xf32>
}
