"""calls_twice.py -- functions that call the next one twice: a pass looks at each once, not at each way to it."""
# RUN: %python %s > %t.mlir && cjax-opt --expand-transforms %t.mlir | FileCheck %s
# RUN: cjax-opt --pipeline %t.mlir | FileCheck %s
# CHECK: cjax.cos
N = 60
print("func.func private @f0(%x: tensor<f32>) -> tensor<f32> {\n  %0 = cjax.sin %x : tensor<f32>\n  return %0 : tensor<f32>\n}")
for i in range(1, N + 1):
    print(f"func.func private @f{i}(%x: tensor<f32>) -> tensor<f32> {{")
    print(f"  %0 = call @f{i - 1}(%x) : (tensor<f32>) -> tensor<f32>\n  %1 = call @f{i - 1}(%0) : (tensor<f32>) -> tensor<f32>")
    print("  return %1 : tensor<f32>\n}")
print("func.func @main(%x: tensor<f32>) -> tensor<f32> {")
print(f"  %y, %dy = cjax.jvp @f{N}(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)")
print("  return %dy : tensor<f32>\n}")
