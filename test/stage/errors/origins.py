# An error of shapes says where the arrays come from; a keyword argument that is nearly right is suggested.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
# RUN: not cjaxc check --all %s | FileCheck %s --check-prefix=ALL
import jax
import jax.numpy as jnp


def layer(w, x):
    return jnp.dot(x, w)


def loss(params, x):
    return jnp.sum(layer(params["w"], x))


w = jnp.ones((3, 4))
x = jnp.ones((5, 2))
# CHECK: origins.py:9:12: error: [CJ0100] TypeError: dot_general requires contracting dimensions
# CHECK: origins.py:17:5: note: float32[5,2] comes from here
# CHECK: origins.py:16:5: note: float32[3,4] comes from here
# CHECK: origins.py:13:20: note: in the call of layer
loss({"w": w}, x)
# ALL: origins.py:24:1: error: [CJ0100] ValueError: Incompatible shapes for broadcasting: shapes=[(3, 4), (2,)]
w + x[0]
# ALL: origins.py:26:1: error: [CJ0100] TypeError: sum() got an unexpected keyword argument 'axes'
jnp.sum(w, axes=0)
