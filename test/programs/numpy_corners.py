"""jax.numpy: arguments that differ from NumPy's, small integers, bools."""
# modes: interp O3
import jax.numpy as jnp

x = jnp.array([5, 3, 3, 2], jnp.uint8)
c = jnp.array([1+2j, 3-1j])
d = jnp.array([1+3j, jnp.nan])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    jnp.diff(x, n=0, append=3),
    jnp.ediff1d(x, to_begin=jnp.array([2.5])),
    jnp.cumulative_sum(x),
    jnp.cumulative_prod(x),
    jnp.square(jnp.array([True, False])),))
show(lambda: (
    jnp.fmax(c, d),
    jnp.fmin(c, d),
    jnp.fmax(jnp.array([1., jnp.nan]), 2),
    jnp.resize(jnp.zeros(0), (2,)),
    jnp.concat([x, x]),))
show(lambda: (jnp.concat([x, x], dtype=int) is None,))
show(lambda: (jnp.delete(x, [0, 1]),))
show(lambda: (jnp.delete(x, jnp.array([0, 1])), jnp.delete(x, slice(1, 3)), jnp.delete(x, 2),))
show(lambda: (jnp.compress(jnp.array([True, False, True]), x, size=5),))
show(lambda: (jnp.compress(jnp.array([True, False, True]), x, size=3),))
