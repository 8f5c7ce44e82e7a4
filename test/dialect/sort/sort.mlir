// sort.mlir -- two operands by the first; stable, nan last
// RUN: cjax-opt %s | cjax-opt | FileCheck %s
// RUN: cjax-opt --expand-transforms --interpret %s | tr '[]' '()' | FileCheck %s --check-prefix=EXEC --match-full-lines

func.func private @f(%x: tensor<5xf32>, %y: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) {
  // CHECK: cjax.sort %{{.*}}, %{{.*}} along 0 keys 1 : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  %r:2 = cjax.sort %x, %y along 0 keys 1 : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  return %r#0, %r#1 : tensor<5xf32>, tensor<5xf32>
}

func.func @main() {
  %x = cjax.constant dense<[2.0, 0x7FC00000, -0.0, 0.0, -1.0]> : tensor<5xf32>
  %y = cjax.constant dense<[1.0, 2.0, 3.0, 4.0, 5.0]> : tensor<5xf32>
  %r:2 = func.call @f(%x, %y) : (tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %r#0 : tensor<5xf32> as ["str"]
  // EXEC: (-1. -0.  0.  2. nan)
  cjax.print ["", "\0A"] with %r#1 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: (5. 3. 4. 1. 2.)
  %d0 = cjax.constant dense<[1.0, -0.0, 0.875, -0.75, 1.5]> : tensor<5xf32>
  %j:4 = cjax.jvp @f(%x, %y, %d0) wrt [1] : (tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %j#2 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: (0. 0. 0. 0. 0.)
  cjax.print ["", "\0A"] with %j#3 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: ( 1.5    0.875 -0.75   1.    -0.   )
  %c0 = cjax.constant dense<[-0.875, -2.0, 0.875, 0.75, 0.625]> : tensor<5xf32>
  %c1 = cjax.constant dense<[0.75, 0.375, -1.5, 0.625, -2.0]> : tensor<5xf32>
  %p:3 = cjax.vjp @f(%x, %y, %c0, %c1) wrt [1] : (tensor<5xf32>, tensor<5xf32>, tensor<5xf32>, tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>, tensor<5xf32>)
  cjax.print ["", "\0A"] with %p#2 : tensor<5xf32> as ["str"]
  // EXEC-NEXT: ( 0.625 -2.     0.375 -1.5    0.75 )
  %b0 = cjax.constant dense<[[2.0, 0x7FC00000, -0.0, 0.0, -1.0], [-1.0, 2.0, 0x7FC00000, -0.0, 0.0]]> : tensor<2x5xf32>
  %b1 = cjax.constant dense<[[1.0, 2.0, 3.0, 4.0, 5.0], [5.0, 1.0, 2.0, 3.0, 4.0]]> : tensor<2x5xf32>
  %m0:2 = cjax.vmap @f(%b0, %b1) in [0, 0] out [0, 0] size 2 : (tensor<2x5xf32>, tensor<2x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>)
  cjax.print ["", "\0A"] with %m0#0 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((-1. -0.  0.  2. nan)
  // EXEC-NEXT:  (-1. -0.  0.  2. nan))
  cjax.print ["", "\0A"] with %m0#1 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((5. 3. 4. 1. 2.)
  // EXEC-NEXT:  (5. 3. 4. 1. 2.))
  %m1:2 = cjax.vmap @f(%b0, %y) in [0, -1] out [0, 0] size 2 : (tensor<2x5xf32>, tensor<5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>)
  cjax.print ["", "\0A"] with %m1#0 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((-1. -0.  0.  2. nan)
  // EXEC-NEXT:  (-1. -0.  0.  2. nan))
  cjax.print ["", "\0A"] with %m1#1 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((5. 3. 4. 1. 2.)
  // EXEC-NEXT:  (1. 4. 5. 2. 3.))
  %m2:2 = cjax.vmap @f(%x, %b1) in [-1, 0] out [0, 0] size 2 : (tensor<5xf32>, tensor<2x5xf32>) -> (tensor<2x5xf32>, tensor<2x5xf32>)
  cjax.print ["", "\0A"] with %m2#0 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((-1. -0.  0.  2. nan)
  // EXEC-NEXT:  (-1. -0.  0.  2. nan))
  cjax.print ["", "\0A"] with %m2#1 : tensor<2x5xf32> as ["str"]
  // EXEC-NEXT: ((5. 3. 4. 1. 2.)
  // EXEC-NEXT:  (4. 2. 3. 5. 1.))
  return
}
