"""Roots, linear solves, closures and checkpoint policies."""
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
# custom_root
def sqrt_root(a):
    f = lambda x: x ** 2 - a
    def solve(f, x0):
        return lax.while_loop(lambda x: jnp.abs(f(x)) > 1e-6, lambda x: x - f(x) / (2 * x), x0)
    return lax.custom_root(f, 1.0, solve, lambda g, y: y / g(1.0))
show(lambda: sqrt_root(2.))
show(lambda: jax.grad(sqrt_root)(2.))
show(lambda: jax.grad(jax.grad(sqrt_root))(2.))
show(lambda: jax.vmap(jax.grad(sqrt_root))(jnp.array([1., 4., 9.])))
show(lambda: jax.jvp(sqrt_root, (4.,), (1.,)))
def root_aux(a):
    def solve(f, x0):
        return a ** 0.5, {'n': 3}
    return lax.custom_root(lambda x: x ** 2 - a, 1.0, solve, lambda g, y: y / g(1.0), has_aux=True)
# custom_linear_solve
A = jnp.array([[3., 1.], [1., 2.]])
def lin(A, b):
    return lax.custom_linear_solve(lambda x: A @ x, b, lambda mv, b: jnp.linalg.solve(A, b), lambda vm, b: jnp.linalg.solve(A.T, b))
show(lambda: lin(A, jnp.array([1., 2.])))
show(lambda: jax.grad(lambda A, b: lin(A, b).sum(), 1)(A, jnp.array([1., 2.])))
show(lambda: jax.jacfwd(lin, 1)(A, jnp.array([1., 2.])))
show(lambda: jax.vmap(lin, (None, 0))(A, jnp.eye(2)))
show(lambda: lax.custom_linear_solve(lambda x: 2 * x, 4., lambda mv, b: b / 2, symmetric=True))
show(lambda: jax.grad(lambda b: lax.custom_linear_solve(lambda x: 2 * x, b, lambda mv, b: b / 2))(4.))
# closure_convert
def minimize(f, x0, y):
    conv, consts = jax.closure_convert(f, x0)
    return conv(x0, *consts), len(consts)
show(lambda: minimize(lambda x: x * 2, 3., 1.))
show(lambda: jax.grad(lambda y: minimize(lambda x: x * y, 3., 1.)[0])(2.))
# saved residuals
from jax.ad_checkpoint import checkpoint_name
def h(x, y):
    z = checkpoint_name(jnp.sin(x), 'z')
    return jnp.sum(jnp.cos(z) * y)
cp = jax.checkpoint_policies
show(lambda: jax.grad(jax.checkpoint(h, prevent_cse=False))(jnp.ones(3), jnp.ones(3)))
show(lambda: jax.grad(jax.checkpoint(lambda x, n: x ** n, static_argnums=1))(2., 3))
show(lambda: jax.checkpoint(lambda x: x if x > 0 else -x)(2.))
show(lambda: jax.jit(jax.checkpoint(lambda x: x if x > 0 else -x))(2.))
