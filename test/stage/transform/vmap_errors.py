# vmap: JAX's texts.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
from jax import vmap


def attempt(f, *args, **kwargs):
    try:
        print("ok:", f(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


x = jnp.arange(3.0)
attempt(vmap(lambda x, y: x + y), x, jnp.ones(4))
attempt(vmap(lambda x, y: x + y), x, 1.0)
attempt(vmap(lambda x, y: x + y, in_axes=(0,)), x, x)
attempt(lambda: vmap(lambda x, y: x + y, in_axes=0.5)(x, x))
attempt(vmap(lambda x, y: x + y, in_axes=None), x, x)
attempt(vmap(lambda x: x, out_axes=None), x)
attempt(vmap(lambda a, b, c: a), x, jnp.ones(4), {"k": jnp.ones(3)})
attempt(vmap(lambda x, k: x), x, k=jnp.ones(2))

#CHECK{LITERAL}:ValueError: vmap got inconsistent sizes for array axes to be mapped:
#CHECK-NEXT{LITERAL}:  * one axis had size 3: axis 0 of argument x of type float32[3];
#CHECK-NEXT{LITERAL}:  * one axis had size 4: axis 0 of argument y of type float32[4]
#CHECK-NEXT{LITERAL}:ValueError: vmap was requested to map its argument along axis 0, which implies that its rank should be at least 1, but is only 0 (its shape is ())
#CHECK-NEXT{LITERAL}:ValueError: vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments passed to the function, but got len(in_axes)=1, len(args)=2
#CHECK-NEXT{LITERAL}:TypeError: vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments passed to the function, but got 0.5.
#CHECK-NEXT{LITERAL}:ValueError: vmap must have at least one non-None value in in_axes or axis_size must be specified
#CHECK-NEXT{LITERAL}:ValueError: at vmap out_axes, got axis spec None but output was batched on axis 0
#CHECK-NEXT{LITERAL}:ValueError: vmap got inconsistent sizes for array axes to be mapped:
#CHECK-NEXT{LITERAL}:  * most axes (2 of them) had size 3, e.g. axis 0 of argument a of type float32[3];
#CHECK-NEXT{LITERAL}:  * one axis had size 4: axis 0 of argument b of type float32[4]
#CHECK-NEXT{LITERAL}:ValueError: vmap got inconsistent sizes for array axes to be mapped:
#CHECK-NEXT{LITERAL}:  * one axis had size 3: axis 0 of argument x of type float32[3];
#CHECK-NEXT{LITERAL}:  * one axis had size 2: axis 0 of kwargs['k'] of type float32[2]
