# Mutable references: jax.new_ref in straight code, loops, branches, jit and derivatives.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import jit, grad, vmap, lax
r = jax.new_ref(jnp.zeros(3))
r[0] = 5.
r[1] += 2.
print(r[...], r[0], r.shape, r.dtype)
@jit
def f(x):
    ref = jax.new_ref(x)
    ref[...] = ref[...] * 2
    ref[0] += 1.
    return ref[...]
print(f(jnp.arange(3.)))
@jit
def g(ref, x):
    ref[...] = ref[...] + x
g(r, 1.)
print(r[...])
def acc(xs):
    total = jax.new_ref(0.)
    def body(i, _):
        total[...] += xs[i]
    lax.fori_loop(0, 3, body, None)
    return total[...]
print(acc(jnp.arange(3.)), jit(acc)(jnp.arange(3.)), grad(lambda xs: acc(xs) ** 2)(jnp.arange(3.)))
s = jax.new_ref(jnp.arange(4))
s[1:3] = jnp.array([9, 8])
print(s[...], s[1:3])
def cum(x):
    ref = jax.new_ref(jnp.zeros(()))
    def step(_, v):
        ref[...] += v
        return None, ref[...]
    return lax.scan(step, None, x)[1]
print(cum(jnp.arange(4.)))
print(vmap(lambda x: f(x))(jnp.ones((2, 3))))
print(grad(lambda x: f(x).sum())(jnp.arange(3.)))
from jax.ref import get, set as rset, swap, addupdate
q = jax.new_ref(jnp.arange(3.))
rset(q, 0, 7.)
addupdate(q, 1, 2.)
print(get(q, ...), swap(q, 2, 0.), q[...])
def w(x):
    n = jax.new_ref(0); v = jax.new_ref(x)
    def body(_):
        n[...] += 1
        v[...] = v[...] * 2
        return 0
    lax.while_loop(lambda _: v[...] < 100., body, 0)
    return n[...], v[...]
print(jit(w)(3.))
def c(p, x):
    r = jax.new_ref(x)
    def t(): r[...] = r[...] + 1.
    def f(): r[...] = r[...] * 10.
    lax.cond(p, t, f)
    return r[...]
print(c(True, 2.), c(False, 2.), jit(c)(jnp.array(False), 3.))
