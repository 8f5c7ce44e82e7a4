// RUN: not cjax-lower --emit=lib --entry=f %s -o %t.a 2>&1 | FileCheck %s
// RUN: not ls %t.a
func.func @f() -> tensor<f64> {
  // CHECK: effects.mlir:[[#@LINE+1]]:8: error: {{.*}}a library cannot read files
  %0 = cjax.clock 0 : tensor<f64>
  func.return %0 : tensor<f64>
}
