// RUN: not cjax-lower --emit=lib --entry=f %s -o %t.a 2>&1 | FileCheck %s
// RUN: not ls %t.a
func.func @f() {
  // CHECK: effects.mlir:[[#@LINE+1]]:3: error: {{.*}}a library cannot print
  cjax.print ["hi"] as []
  func.return
}
