"""in_axes and out_axes that do not fit: what each is told."""
# modes: interp
import jax, jax.numpy as jnp
for ia, args in [((0, (0, None)), (jnp.ones(3), jnp.ones(3))), (({'a': 0},), ({'a': jnp.ones(3), 'b': jnp.ones(3)},)), ([0, 0], (jnp.ones(3), jnp.ones(3))), ((0,), (jnp.ones(3), jnp.ones(3))), ('a', (jnp.ones(3),)), (0.5, (jnp.ones(3),)), (({'a': 0},), ([jnp.ones(3)],)), (5, (jnp.ones(3),)), ((0, -3), (jnp.ones(3), jnp.ones((3, 3))))]:
    try: print(jax.vmap(lambda *a: a[0], in_axes=ia)(*args))
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0])
    print('--')
for oa in [(0, 0), {'a': 0}, 5, 'x', None, (0,)]:
    try: print(jax.vmap(lambda a: (a, a * 2, 1.), out_axes=oa)(jnp.ones(3)))
    except Exception as e: print(type(e).__name__, str(e).split("\n")[0])
    print('--')
