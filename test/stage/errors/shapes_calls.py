# Shapes that do not fit, two calls deep: the place, and each call in its place.
# RUN: not cjaxc check %s 2>&1 | FileCheck --strict-whitespace %s
import jax.numpy as jnp

w = jnp.ones((4, 5))


def layer(x):
    return x @ w


def outer(x):
    h = layer(x)
    return h.sum()


# CHECK: shapes_calls.py:9:12: error: [CJ0100] TypeError: dot_general requires contracting dimensions to have the same shape, got (3,) and (4,).
# CHECK-NEXT: {{^}}        return x @ w
# CHECK-NEXT: {{^}}               ^~~~~
# CHECK-NEXT: shapes_calls.py:{{[0-9]+}}:13: note: float32[2,3] comes from here
# CHECK: shapes_calls.py:5:5: note: float32[4,5] comes from here
# CHECK: shapes_calls.py:13:9: note: in the call of layer
# CHECK: shapes_calls.py:[[@LINE+1]]:7: note: in the call of outer
print(outer(jnp.ones((2, 3))))
