# Rules with control flow over tangents, checkpoints in loops, rules of methods and closures.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import grad, jit, vmap, lax
from functools import partial
# rules with control flow over tangents
@jax.custom_jvp
def f(x): return jnp.sin(x)
@f.defjvp
def f_jvp(p, t):
    x, = p; xd, = t
    return f(x), lax.cond(x > 0, lambda d: d * jnp.cos(x), lambda d: d * 2., xd)
print(grad(f)(1.), grad(f)(-1.), vmap(grad(f))(jnp.array([1., -1.])), grad(grad(f))(1.))
@jax.custom_jvp
def p(x): return x ** 3
@p.defjvp
def p_jvp(pr, t):
    x, = pr; xd, = t
    def body(i, d): return d * x
    return p(x), 3 * lax.fori_loop(0, 2, body, xd)
print(jax.jvp(p, (2.,), (1.,))[1], grad(p)(2.))
@jax.custom_jvp
def q(x): return x * x
@q.defjvp
def q_jvp(pr, t):
    x, = pr; xd, = t
    return q(x), jit(lambda x, d: 2 * x * d)(x, xd)
print(grad(q)(3.), grad(jit(q))(3.), jax.jacrev(q)(jnp.arange(2.)))
# an ODE solver with checkpoint in the scan, per-example
@partial(jax.checkpoint)
def rk(y, h):
    k1 = jnp.sin(y); k2 = jnp.sin(y + h * k1 / 2)
    return y + h * k2
def solve(y0): return lax.scan(lambda y, h: (rk(y, h), y), y0, jnp.full(10, 0.1))[0]
print(grad(solve)(0.5), vmap(grad(solve))(jnp.arange(3.)), jit(jax.hessian(lambda y: solve(y).sum()))(jnp.arange(2.)))
def clip(x, lo, hi): return x
@partial(jax.custom_vjp)
def clip_gradient(lo, hi, x): return x
clip_gradient.defvjp(lambda lo, hi, x: (x, (lo, hi)), lambda r, g: (None, None, jnp.clip(g, r[0], r[1])))
print(grad(lambda x: jnp.sin(clip_gradient(-0.75, 0.75, x)))(0.1), vmap(grad(lambda x: jnp.sin(clip_gradient(-0.75, 0.75, x))))(jnp.arange(3.)))
@jax.custom_jvp
def safe_norm(x): return jnp.sqrt(jnp.sum(x ** 2))
@safe_norm.defjvp
def sn(p, t):
    x, = p; d, = t
    n = safe_norm(x)
    return n, jnp.where(n == 0, 0., jnp.dot(x, d) / jnp.where(n == 0, 1., n))
print(grad(safe_norm)(jnp.zeros(2)), grad(safe_norm)(jnp.array([3., 4.])), jax.hessian(safe_norm)(jnp.array([3., 4.])))
def loss(params, x):
    for w, b in params: x = jax.nn.relu(x @ w + b)
    return x.sum()
ps = [(jnp.eye(3), jnp.zeros(3)), (jnp.ones((3, 2)), jnp.ones(2))]
g = grad(jax.checkpoint(loss))(ps, jnp.arange(3.)); print(g)
step = jit(lambda ps, x: jax.tree.map(lambda p, g: p - 0.1 * g, ps, grad(loss)(ps, x)), donate_argnums=0)
print(step(ps, jnp.arange(3.)))
print(jax.jvp(lambda x: lax.while_loop(lambda c: c[1] < 3, lambda c: (f(c[0]), c[1] + 1), (x, 0))[0], (0.5,), (1.,)))
print(grad(lambda x: lax.fori_loop(0, 3, lambda i, c: f(c), x))(0.5))
print(jax.linearize(f, 1.)[1](2.), jax.vjp(f, 1.)[1](2.))
