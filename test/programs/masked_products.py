"""A product with a mask is a choice, as XLA has it: no -0 and no nan where the mask is false."""
# modes: interp O3
import jax
import jax.numpy as jnp
import numpy as np

x = jnp.array([[1., -2., 3.], [-4., 5., -6]])
b = x > 0


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (x * b, b * x, x * b[:, :1], x * b[:1], x * b[0],))
show(lambda: (
    jax.jit(lambda x: x * (x > 0))(x),
    jax.jit(lambda x, b: x * b.astype(x.dtype))(x, b), x * b.astype(x.dtype),))
show(lambda: (
    jax.jit(lambda x, b: x * b[:, None].astype(x.dtype))(x, b[:, 0]),
    jnp.float32(-2) * b, -2.0 * b, jnp.multiply(b, jnp.array([[jnp.nan] * 3])),))
show(lambda: (jax.grad(lambda x: (x * (x > 0) * x).sum())(x), jnp.int32(3) * b, (1 - b) * x, x * True, x * False,))
show(lambda: (jax.make_jaxpr(lambda x, b: x * b)(x, b),))
show(lambda: (np.array([-1., 2]) * np.array([False, True]),))
