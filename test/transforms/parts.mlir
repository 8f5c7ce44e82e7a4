// parts.mlir -- the parts of expand-transforms, one kind of op each.
// RUN: cjax-opt --expand-vmap %s | FileCheck --check-prefix=VMAP %s
// RUN: cjax-opt --expand-jvp %s | FileCheck --check-prefix=JVP %s
// RUN: cjax-opt --linearize %s | FileCheck --check-prefix=LIN %s
// RUN: cjax-opt --linearize --transpose %s | FileCheck --check-prefix=TRANS %s
// RUN: cjax-opt --expand-custom %s | FileCheck --check-prefix=CUSTOM %s
// RUN: cjax-opt --linearize --transpose --expand-vmap --expand-jvp --expand-custom --inline --interpret %s | FileCheck --check-prefix=EXEC %s
// RUN: cjax-opt --linearize --interpret %s | FileCheck --check-prefix=EXEC %s

func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.sin %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func private @rule(%x: tensor<f32>, %dx: tensor<f32>) -> (tensor<f32>, tensor<f32>) {
  %0 = cjax.sin %x : tensor<f32>
  return %0, %dx : tensor<f32>, tensor<f32>
}
// What a transformation reaches keeps its rules until then.
// CUSTOM-LABEL: @g(
// CUSTOM: cjax.custom_jvp_call @f
func.func private @g(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.custom_jvp_call @f(%x) jvp @rule [1, 0, 0] : (tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}
// VMAP-LABEL: @dg(
// VMAP: cjax.vjp @g
// LIN-LABEL: @dg(
// LIN: call @g.fwd
// LIN: cjax.linear_transpose @g.lin
// TRANS-LABEL: @dg(
// TRANS: call @g.pull
// TRANS-NOT: cjax.linear_transpose
func.func private @dg(%x: tensor<f32>) -> tensor<f32> {
  %ct = cjax.constant dense<2.0> : tensor<f32>
  %0:2 = cjax.vjp @g(%x, %ct) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}
func.func @main() {
  %x = cjax.constant dense<[0.0, 1.0, 2.0]> : tensor<3xf32>
  %s = cjax.constant dense<1.0> : tensor<f32>
  // A function that holds another transformation waits; the one beside it does not.
  // VMAP-LABEL: @main(
  // VMAP: cjax.vmap @dg
  // VMAP: call @g.vmap
  // VMAP: cjax.jvp @g
  %0 = cjax.vmap @dg(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  %1 = cjax.vmap @g(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  // JVP-LABEL: @main(
  // JVP: cjax.vmap @dg
  // JVP: cjax.vmap @g
  // JVP: call @g.jvp
  %2:2 = cjax.jvp @g(%s, %s) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  // CUSTOM-LABEL: @main(
  // CUSTOM: call @f(
  %3 = cjax.custom_jvp_call @f(%s) jvp @rule [1, 0, 0] : (tensor<f32>) -> tensor<f32>
  // EXEC: {{^}}[2. 2. 2.]
  // EXEC-NEXT: {{^}}[0.         0.84147096 0.9092974 ]
  // EXEC-NEXT: {{^}}1.0 0.84147096
  cjax.print ["", "\0A"] with %0 : tensor<3xf32> as ["str"]
  cjax.print ["", "\0A"] with %1 : tensor<3xf32> as ["str"]
  cjax.print ["", " ", "\0A"] with %2#1, %3 : tensor<f32>, tensor<f32> as ["str", "str"]
  return
}
