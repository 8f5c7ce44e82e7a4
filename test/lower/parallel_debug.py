# -g: kernels that run in threads have lines too.
# RUN: cjaxc -g %s -o %t 2>&1 | FileCheck %s --allow-empty --implicit-check-not=debug
# RUN: cjaxc %s -o %t.plain && %t > %t.1 && %t.plain | cmp %t.1 -
# RUN: llvm-dwarfdump --debug-line %t | FileCheck %s --check-prefix=LINES
# LINES: name: "parallel_debug.py"
import jax
import jax.numpy as jnp

x = jax.random.normal(jax.random.key(0), (1024, 512))
print(jnp.sum(jnp.sin(x)), jnp.tanh(x)[3, :3])
