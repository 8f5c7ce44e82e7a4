// RUN: not cjax-opt --expand-transforms %s 2>&1 | FileCheck %s
// What has no derivative or cannot be batched as asked: at the place of the op, in JAX's words.

// CHECK: errors.mlir:[[#@LINE+3]]:{{.*}}: error: ValueError: Reverse-mode differentiation does not work for lax.while_loop or lax.fori_loop with dynamic start/stop values. Try using lax.scan, or using fori_loop with static start/stop.
func.func private @w(%x: tensor<f32>) -> tensor<f32> {
  %k = cjax.constant dense<9.0> : tensor<f32>
  %0 = cjax.while %x : (tensor<f32>) -> tensor<f32> cond {
  ^bb0(%a: tensor<f32>):
    %p = cjax.lt %a, %k : tensor<f32> -> tensor<i1>
    cjax.yield %p : tensor<i1>
  } do {
  ^bb0(%a: tensor<f32>):
    %y = cjax.mul %a, %a : tensor<f32>
    cjax.yield %y : tensor<f32>
  }
  return %0 : tensor<f32>
}
func.func @grad_of_while(%x: tensor<f32>) -> tensor<f32> {
  %0:2 = cjax.vjp @w(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

// CHECK: errors.mlir:[[#@LINE+2]]:{{.*}}: error: NotImplementedError: Differentiation rule for 'nextafter' not implemented
func.func private @n(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.nextafter %x, %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func @no_rule(%x: tensor<f32>) -> tensor<f32> {
  %0:2 = cjax.vjp @n(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

func.func private @id(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @out_axes(%x: tensor<3xf32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: ValueError: vmap has mapped output but out_axes is None
  %0 = cjax.vmap @id(%x) in [0] out [-1] size 3 : (tensor<3xf32>) -> tensor<f32>
  return %0 : tensor<f32>
}

// -----

func.func @unknown(%x: tensor<3xf32>) -> tensor<3xf32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: vmap: no function @nowhere
  %0 = cjax.vmap @nowhere(%x) in [0] out [0] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

// Modules written by hand: an op that does not fit its function, and functions that have no derivative.
func.func private @id(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @count(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: TypeError: vjp 1 operands for a function of 1 arguments and 1 results, not 2
  %0:2 = cjax.vjp @id(%x) wrt [0] : (tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

func.func private @id(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @wrt(%x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: TypeError: vjp wrt[0] = 3 must be sorted and within 1 arguments
  %0:2 = cjax.vjp @id(%x, %x) wrt [3] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

func.func private @id(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @argument(%x: tensor<2x3xf32>) -> tensor<3xf32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: TypeError: vmap argument float32[2,3] where the function has float32[2]
  %0 = cjax.vmap @id(%x) in [0] out [0] size 2 : (tensor<2x3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

func.func private @id(%x: tensor<f32>) -> tensor<f32> {
  return %x : tensor<f32>
}
func.func @axis(%x: tensor<3xf32>) -> tensor<3xf32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: TypeError: vmap out axis 5 of result 0
  %0 = cjax.vmap @id(%x) in [0] out [5] size 3 : (tensor<3xf32>) -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// -----

// CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: @again calls itself
func.func private @again(%x: tensor<f32>) -> tensor<f32> {
  %0 = call @again(%x) : (tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}
func.func @recursion(%x: tensor<f32>) -> tensor<f32> {
  %0:2 = cjax.vjp @again(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

// CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: @outside has no body
func.func private @outside(%x: tensor<f32>) -> tensor<f32>
func.func private @f(%x: tensor<f32>) -> tensor<f32> {
  %0 = call @outside(%x) : (tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}
func.func @no_body(%x: tensor<f32>) -> tensor<f32> {
  %0:2 = cjax.jvp @f(%x, %x) wrt [0] : (tensor<f32>, tensor<f32>) -> (tensor<f32>, tensor<f32>)
  return %0#1 : tensor<f32>
}

// -----

func.func private @square(%r: tensor<f32>, %x: tensor<f32>) -> tensor<f32> {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: NotImplementedError: linear_transpose: a product of linear values, or another op that is not linear in them (mul)
  %0 = cjax.mul %x, %x : tensor<f32>
  return %0 : tensor<f32>
}
func.func @not_linear(%x: tensor<f32>) -> tensor<f32> {
  %0 = cjax.linear_transpose @square(%x, %x) residuals 1 : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %0 : tensor<f32>
}

// -----

// CHECK: errors.mlir:[[#@LINE+2]]:{{.*}}: error: NotImplementedError: scatter_mul gradients are only implemented if `unique_indices=True`
func.func private @twice(%x: tensor<3xf32>, %i: tensor<2x1xi32>, %u: tensor<2xf32>) -> tensor<3xf32> {
  %r = cjax.scatter_mul %x, %i, %u {update_window_dims = array<i64>, inserted_window_dims = array<i64: 0>, scatter_dims_to_operand_dims = array<i64: 0>, operand_batching_dims = array<i64>, scatter_indices_batching_dims = array<i64>, mode = "fill"} : (tensor<3xf32>, tensor<2x1xi32>, tensor<2xf32>) -> tensor<3xf32>
  return %r : tensor<3xf32>
}
func.func @no_unique(%x: tensor<3xf32>, %i: tensor<2x1xi32>, %u: tensor<2xf32>) -> tensor<3xf32> {
  %0:2 = cjax.jvp @twice(%x, %i, %u, %u) wrt [2] : (tensor<3xf32>, tensor<2x1xi32>, tensor<2xf32>, tensor<2xf32>) -> (tensor<3xf32>, tensor<3xf32>)
  return %0#1 : tensor<3xf32>
}

// -----

// CHECK: errors.mlir:[[#@LINE+1]]:{{.*}}: error: cjax.constant outside of a function
%c = cjax.constant dense<1.0> : tensor<f32>
