# Inside jit an if on a traced value compiles, unless the program would catch JAX's error; what cannot be joined is JAX's error
# with a note.
# RUN: cjaxc run --interpret %s 2>%t | FileCheck %s
# RUN: not cjaxc run --interpret %S/Inputs/shapes.py 2>&1 | FileCheck %s --check-prefix=ERR
import jax
import jax.numpy as jnp


@jax.jit
def f(x):
    if x[0] > 0:
        return x * 2
    return -x


# CHECK: [2. 2.] [1. 1.]
print(f(jnp.ones(2)), f(-jnp.ones(2)))
try:
    jax.jit(lambda v: 1 if v else 2)(jnp.array(True))
except jax.errors.TracerBoolConversionError as e:
    # CHECK: TracerBoolConversionError
    print(type(e).__name__)
# ERR: shapes.py:6:8: error: [CJ0100] TracerBoolConversionError
# ERR: note: the two ways of this condition cannot be joined: y is
