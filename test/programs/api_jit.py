# jit: its arguments, what it may be applied to, eval_shape, lower, trace.
# modes: interp O3
import jax, jax.numpy as jnp
from functools import partial
from jax import jit, grad, vmap, lax
def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, str(e).split('\n')[0])
@partial(jit, static_argnums=(1,), donate_argnums=(0,))
def f(x, n): return x * n
print(f(jnp.ones(2), 3))
@partial(jit, static_argnames=("n",), keep_unused=True, inline=True)
def g(x, y, n=2): return x ** n
print(g(2., 1., n=3), g(2., 1.))
class C:
    def __init__(self): self.k = 3.
    @jit
    def s(self): return 1
    @partial(jit, static_argnums=0)
    def m(self, x): return x * self.k
    @staticmethod
    @jit
    def st(x): return x + 1
    def __call__(self, x): return x - self.k
c = C()
print(c.m(2.), C.st(1.), jit(c)(1.), jit(c.m)(2.))
print(jit(partial(lambda a, b: a - b, 1.))(3.), jit(partial(lambda a, b: a - b, b=1.))(3.))
print(f.__name__, f.__wrapped__.__name__)
print(jax.eval_shape(f, jnp.ones(3), 2) if False else jax.eval_shape(lambda x: {'a': x.T, 'b': [x.sum()]}, jnp.ones((2, 3))))
print(jit(lambda x: x).eval_shape(jnp.ones(3)))
err(jit, 3)
err(lambda: f(jnp.ones(2), [1]))
err(lambda: jit(lambda x, n: x, static_argnames=("z",)))
err(lambda: jit(lambda x: x, static_argnums=(3,))(1.))
x = jnp.ones(3)
y = jit(lambda x: x + 1, donate_argnums=0)(x)
print(y)
print(jit(lambda *a, **k: (a, k))(1, 2, z=3))
print(jit(lambda: 3)(), jit(lambda x: None)(1.))
lowered = jit(lambda x: x + 1).lower(1.)
print(type(lowered).__name__)
tr = jit(lambda x: x + 1).trace(1.)
print(tr.jaxpr)
print(jit(lambda x: x + 1).lower(1.).compile()(2.))
