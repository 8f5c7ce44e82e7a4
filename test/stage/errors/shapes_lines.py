# A call over several lines: the caret stands at its first.
# RUN: not cjaxc check %s 2>&1 | FileCheck --strict-whitespace %s
import jax.numpy as jnp

# CHECK: shapes_lines.py:[[@LINE+3]]:5: error: [CJ0100] ValueError: All input arrays must have the same shape. Got (3,), (4,).
# CHECK-NEXT: {{^}}    x = jnp.stack([
# CHECK-NEXT: {{^}}        ^~~~~~~~~~~
x = jnp.stack([
    jnp.ones(3),
    jnp.ones(4),
])
