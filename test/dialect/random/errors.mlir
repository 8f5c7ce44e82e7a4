// errors.mlir -- what the shape rules of the family refuse.
// RUN: not cjax-opt %s 2>&1 | FileCheck %s

func.func private @f(%k: tensor<3xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}keys must be uint32[..., 2], got
  %r = "cjax.random_split"(%k) <{shape = array<i64: 4>}> : (tensor<3xui32>) -> tensor<4x2xui32>
  return
}
// -----
func.func private @f(%k: tensor<2xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}has more than 2^32 elements
  %r = "cjax.random_bits"(%k) <{shape = array<i64: 4294967296>}> : (tensor<2xui32>) -> tensor<4294967296xui32>
  return
}
// -----
func.func private @f(%k: tensor<2xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}gives unsigned integers, not
  %r = "cjax.random_bits"(%k) <{shape = array<i64: 4>}> : (tensor<2xui32>) -> tensor<4xi32>
  return
}
// -----
func.func private @f(%a: tensor<2xui32>, %b: tensor<2xui32>, %c: tensor<2xui32>, %d: tensor<3xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}keys and counters must be uint32 of one shape, got
  %r:2 = "cjax.threefry2x32"(%a, %b, %c, %d)  : (tensor<2xui32>, tensor<2xui32>, tensor<2xui32>, tensor<3xui32>) -> (tensor<2xui32>, tensor<2xui32>)
  return
}
// -----
func.func private @f(%a: tensor<f32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}PRNG key seed must be an integer; got
  %r = "cjax.random_seed"(%a)  : (tensor<f32>) -> tensor<2xui32>
  return
}
// -----
func.func private @f(%k: tensor<2xui32>, %d: tensor<3xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}random_fold_in keys uint32[2] take data uint32(), got uint32[3]
  %r = "cjax.random_fold_in"(%k, %d)  : (tensor<2xui32>, tensor<3xui32>) -> tensor<2xui32>
  return
}
// -----
func.func private @f(%s: tensor<4xui32>, %p: tensor<1x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}takes words and gives a state, or takes a state and parameters and gives draws, a state and room
  %r:4 = "cjax.numpy_random"(%s, %p) <{name = "x"}> : (tensor<4xui32>, tensor<1x2xf64>) -> (tensor<3xf64>, tensor<4xui32>, tensor<1xui32>, tensor<1xui32>)
  return
}
// -----
func.func private @f(%s: tensor<1xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}there is no such seed
  %r = "cjax.numpy_random"(%s) <{name = "seed pcg"}> : (tensor<1xui32>) -> tensor<13xui32>
  return
}
// -----
func.func private @f(%s: tensor<1xui32>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"seed pcg64" of 1 words does not give uint32[12]
  %r = "cjax.numpy_random"(%s) <{name = "seed pcg64"}> : (tensor<1xui32>) -> tensor<12xui32>
  return
}
// -----
func.func private @f(%s: tensor<4xui32>, %p: tensor<1x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}no generator has a state of 4 words
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "random"}> : (tensor<4xui32>, tensor<1x2xf64>) -> (tensor<3xf64>, tensor<4xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<1x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}a seed takes words only
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "seed pcg64"}> : (tensor<13xui32>, tensor<1x2xf64>) -> (tensor<3xf64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<1x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}there is no such distribution
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "norm"}> : (tensor<13xui32>, tensor<1x2xf64>) -> (tensor<3xf64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<2x1xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"normal" makes no bfloat16[3]
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "normal"}> : (tensor<13xui32>, tensor<2x1xf64>) -> (tensor<3xbf16>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<5x1xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"normal" takes at most 4 rows of float64, got {{.*}}5
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "legacy normal"}> : (tensor<13xui32>, tensor<5x1xf64>) -> (tensor<3xf64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<2x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"normal" makes no 3 numbers of 2 columns
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "normal"}> : (tensor<13xui32>, tensor<2x2xf64>) -> (tensor<3xf64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<1x1xi64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"integers" takes 2 rows of int64, got {{.*}}1
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "integers"}> : (tensor<13xui32>, tensor<1x1xi64>) -> (tensor<3xi8>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<1x0xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"dirichlet" makes no 3 numbers of 0 columns
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "dirichlet"}> : (tensor<13xui32>, tensor<1x0xf64>) -> (tensor<3xf64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<2x2xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"multinomial" makes no 3 numbers of 2 columns
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "multinomial"}> : (tensor<13xui32>, tensor<2x2xf64>) -> (tensor<3xi64>, tensor<13xui32>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<2x1xi64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"choice" needs room for 8 numbers of int64
  %r:3 = "cjax.numpy_random"(%s, %p) <{name = "choice"}> : (tensor<13xui32>, tensor<2x1xi64>) -> (tensor<4xi64>, tensor<13xui32>, tensor<4xi64>)
  return
}
// -----
func.func private @f(%s: tensor<13xui32>, %p: tensor<1x4xf64>) {
  // CHECK: errors.mlir:[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}"distinct" needs room for 8 numbers of float64
  %r:2 = "cjax.numpy_random"(%s, %p) <{name = "distinct"}> : (tensor<13xui32>, tensor<1x4xf64>) -> (tensor<4xi64>, tensor<13xui32>)
  return
}
