"""array.array, DLPack, generators with a state, reshapes in another order."""
# modes: interp O3
import array

import jax
import jax.numpy as jnp
from jax import lax
import numpy as np

from jax.experimental.random import stateful_rng
a = array.array('i', [2, 3, 5])
b = array.array('d', [1, 2.5])
x = jnp.arange(6).reshape(2, 3)
rng = stateful_rng(7)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jnp.array(a), jnp.asarray(b), np.array(a), jnp.frombuffer(a, dtype=jnp.int32), np.asarray(b) + 1,))
show(lambda: (
    a, b, a[1:], len(a), list(b), a.tobytes(), array.array('h', b"\x01\x00\xff\xff"), a + a, a * 2, 3 in a, a == array.array('i', [2, 3, 5]), a.index(5), a.itemsize,))
show(lambda: (array.array('b', [200]),))
show(lambda: (array.array('i', [1.5]),))
show(lambda: (lax.reshape(x, (6,), (1, 0)), lax.reshape(x, (3, 2), dimensions=(1, 0)), lax.reshape(x, (2, 3), (0, 1)),))
show(lambda: (lax.broadcast_in_dim(x, (3, 2, 2), (2, 0)).shape, lax.broadcast_in_dim(x, (3, 2), (1, 0)),))
show(lambda: (jax.jacfwd(lambda x: lax.broadcast_in_dim(x, (3, 2), (1, 0)))(jnp.ones((2, 3))).shape,))
show(lambda: (
    jnp.from_dlpack(np.arange(3, dtype=np.int32)), np.from_dlpack(jnp.arange(3)), hasattr(x, '__dlpack__'), hasattr(np.ones(2), '__dlpack__'),))
show(lambda: (rng,))
show(lambda: (
    rng.uniform(), rng.normal(1., 2., size=3), rng.integers(0, 10, 4), rng.key(), rng.random((2,)), [r.uniform() for r in rng.spawn(2)], rng.uniform(jnp.zeros(2),
    jnp.ones((3, 1))).shape,))
show(lambda: (jax.scipy.stats.poisson.entropy(jnp.array([0., 0.5, 3., 50., 200.])),))
