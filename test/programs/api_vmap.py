# vmap: axes as prefixes of trees, sizes, results, errors.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import vmap, lax
def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, str(e))
x = jnp.arange(6.).reshape(2, 3)
print(vmap(lambda d: d['a'] + d['b'], in_axes=({'a': 0, 'b': None},))({'a': x, 'b': jnp.ones(3)}))
print(vmap(lambda t: t[0] * t[1], in_axes=((0, 1),))((x, x.T)))
print(vmap(lambda a, b: (a, b), in_axes=(0, None), out_axes=(1, None))(x, 1.))
print(vmap(lambda a: {'s': a.sum(), 'a': a}, out_axes={'s': 0, 'a': -1})(x))
print(vmap(lambda: 3., axis_size=2)())
print(vmap(lambda x, k=1.: x * k)(jnp.arange(3.), k=jnp.arange(3.)))
print(vmap(lambda x: x, in_axes=-1, out_axes=-1)(x))
print(vmap(vmap(lambda a, b: a * b, (None, 0)), (0, None))(jnp.arange(2.), jnp.arange(3.)))
err(vmap(lambda a, b: a), x, jnp.ones(3))
err(vmap(lambda a: a, in_axes=2), x)
err(vmap(lambda a: a, in_axes=(0, 0)), x)
err(vmap(lambda a: a, in_axes=None), x)
err(lambda: vmap(lambda a: a, in_axes={'a': 0}))
err(vmap(lambda a: a, out_axes=None), x)
err(lambda: vmap(lambda a: a, in_axes=('a',)))
err(vmap(lambda a: "s"), x)
err(vmap(lambda a: a, axis_size=5), x)
err(vmap, 3)
err(vmap(lambda a: a), 1.)
print(vmap(lambda i, x: lax.dynamic_slice(x, (i,), (2,)), (0, None))(jnp.array([0, 1, 3]), jnp.arange(5)))
print(vmap(lambda x: jnp.where(x > 0, x, -x).sum())(x - 2), vmap(jnp.dot)(x, x), vmap(jnp.linalg.norm)(x))
print(vmap(lambda k: jax.random.normal(k))(jax.random.split(jax.random.key(0), 3)))
print(vmap(lambda n: lax.while_loop(lambda c: c < n, lambda c: c * 2, 1))(jnp.array([1, 5, 9])))
print(vmap(lambda p, x: lax.cond(p, jnp.sin, jnp.cos, x))(jnp.array([True, False]), jnp.zeros(2)))
print(vmap(lambda i, x: lax.switch(i, [lambda x: x, lambda x: x * 2, lambda x: x * 3], x), (0, None))(jnp.arange(3), 5.))
print(vmap(lambda x: x.at[0].set(9.))(x), vmap(lambda x, i: x.at[i].add(1.))(x, jnp.array([0, 2])))
print(vmap(lambda x: jnp.sort(x))(x[:, ::-1]), vmap(lambda x: jnp.cumsum(x))(x), vmap(jnp.argmax)(x))
print(jnp.vectorize(lambda a, b: a @ b, signature='(n),(n)->()')(x, x), jax.vmap(lambda x: x[0])(x))
