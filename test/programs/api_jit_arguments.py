"""jit: donated, static and unused arguments, what it is applied to, and its errors."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax
import functools
def show(f):
    try:
        r = f()
        print(*r, sep="\n") if isinstance(r, tuple) else print(r)
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])
x = jnp.ones(3)
f = jax.jit(lambda x: x + 1, donate_argnums=0)
show(lambda: f(x))
show(lambda: x.is_deleted())
show(lambda: x)
show(lambda: x + 1)
show(lambda: x.shape)
y = jnp.ones(3)
g = jax.jit(lambda x, y: x * y, donate_argnames='y')
show(lambda: g(2., y))
show(lambda: y.sum())
y = jnp.ones(3)
show(lambda: g(x=2., y=y))
show(lambda: float(y[0]))
z = jnp.arange(3)
show(lambda: jax.jit(lambda a: a.sum(), donate_argnums=(0,))(z))
show(lambda: z)
show(lambda: jax.jit(lambda a: a, donate_argnums=(3,))(z))
show(lambda: jax.jit(lambda a: a, donate_argnums=0, static_argnums=0)(3))
show(lambda: jax.jit(lambda a: a, donate_argnames='q'))
show(lambda: jax.jit(lambda a: a, static_argnums='a'))
show(lambda: jax.jit(lambda a: a, static_argnames=3))
h = jax.jit(lambda x: x * 2, inline=True)
show(lambda: jax.make_jaxpr(lambda x: h(x) + 1)(1.))
k = jax.jit(lambda x, y: x * 2, keep_unused=True)
show(lambda: k(1., 2.))
w = jnp.ones(2)
w.delete()
show(lambda: w)
show(lambda: w.is_deleted())
show(lambda: jax.jit(5))
show(lambda: jax.jit(lambda x, y: x)(1))
show(lambda: jax.jit(lambda x: x, static_argnums=0)([1]))
show(lambda: jax.jit(lambda x, n: x * n, static_argnums=(1,))(x + 1 if False else 2., 3))
show(lambda: jax.jit(lambda x, n=2: x * n, static_argnames=('n',))(2., n=3))
show(lambda: jax.jit(lambda x, *, n: x * n, static_argnames='n')(2., n=3))
class M:
    def __init__(self, k): self.k = k
    @jax.jit
    def m(self, x): return x
    @functools.partial(jax.jit, static_argnums=0)
    def s(self, x): return self.k * x
    def __call__(self, x): return x * self.k
show(lambda: M(2).s(3.))
show(lambda: jax.jit(M(4))(2.))
show(lambda: jax.jit(functools.partial(lambda a, b: a - b, 5.))(2.))
show(lambda: jax.jit(functools.partial(lambda a, b: a - b, b=5.))(2.))
show(lambda: jax.jit(jnp.sin)(0.))
show(lambda: jax.jit(max)(1., 2.))
show(lambda: jax.jit(lambda x: x if x > 0 else -x)(1.))
show(lambda: jax.jit(lambda x: int(x))(1.))
show(lambda: jax.jit(lambda x: jnp.zeros(x))(3))
show(lambda: jax.jit(lambda x: x[x > 0])(jnp.ones(3)))
show(lambda: jax.jit(lambda x: [i for i in range(x)])(3))
show(lambda: jax.jit(lambda x: x.tolist())(jnp.ones(3)))
leak = []
jax.jit(lambda x: leak.append(x))(1.)
show(lambda: leak[0] + 1)
show(lambda: jnp.sin(leak[0]))
show(lambda: leak[0].shape)
