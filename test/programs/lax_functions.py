# lax.map, reduce, associative_scan, custom_root, custom_linear_solve, loops and branches as JAX has them.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import lax, grad, vmap, jit
print(lax.map(lambda x: x ** 2, jnp.arange(5.)), lax.map(lambda x: x ** 2, jnp.arange(5.), batch_size=2))
print(lax.associative_scan(jnp.add, jnp.arange(5)), lax.associative_scan(jnp.multiply, jnp.arange(1, 6), reverse=True))
print(lax.associative_scan(lambda a, b: (a[0] * b[0], a[1] * b[0] + b[1]), (jnp.ones(4) * 2, jnp.arange(4.))))
print(lax.reduce(jnp.arange(6.).reshape(2, 3), 0., lax.add, (0,)), lax.reduce(jnp.arange(6).reshape(2, 3), 0, lax.max, (1,)))
print(lax.reduce(jnp.arange(4.), 1., lambda a, b: a * (b + 1), (0,)))
print(lax.reduce((jnp.arange(4), jnp.arange(4) * 2), (0, 0), lambda a, b: (a[0] + b[0], jnp.maximum(a[1], b[1])), (0,)))
def root(a):
    f = lambda x: x ** 3 - a
    solve = lambda f, x: lax.while_loop(lambda c: jnp.abs(f(c)) > 1e-5, lambda c: c - f(c) / (3 * c ** 2), x)
    return lax.custom_root(f, 1.5, solve, lambda g, y: y / g(1.0))
print(root(2.), grad(root)(2.), jax.jvp(root, (2.,), (1.,)), vmap(root)(jnp.array([2., 3.])), grad(grad(root))(2.))
A = jnp.array([[2., 1.], [1., 3.]])
def sol(b):
    return lax.custom_linear_solve(lambda x: A @ x, b, lambda mv, b: jnp.array([[3., -1.], [-1., 2.]]) @ b / 5, symmetric=True)
print(sol(jnp.ones(2)), jax.jacrev(sol)(jnp.ones(2)), jax.jacfwd(sol)(jnp.ones(2)))
def sol2(a, b):
    return lax.custom_linear_solve(lambda x: a * x, b, lambda mv, b: b / mv(jnp.ones(())), transpose_solve=lambda vm, b: b / vm(jnp.ones(())))
print(lax.fori_loop(0, 3, lambda i, c: c + i, 0, unroll=True), lax.scan(lambda c, x: (c + x, c), 0, jnp.arange(3), unroll=2))
print(jax.named_call(lambda x: x + 1, name="foo")(1.))
with jax.named_scope("abc"):
    print(jnp.ones(1) + 1)
@jax.named_scope("f")
def f(x): return x * 2
print(f(3.), jit(f)(3.))
print(lax.select(jnp.array([True, False]), jnp.ones(2), jnp.zeros(2)), lax.select_n(jnp.array([0, 1]), jnp.ones(2), jnp.zeros(2)))
print(jax.jit(lambda x: lax.platform_dependent(x, cpu=lambda x: x + 1, default=lambda x: x))(1.))
print(grad(lambda x: lax.associative_scan(jnp.multiply, x).sum())(jnp.arange(1., 4.)))
print(grad(lambda x: lax.map(jnp.sin, x).sum())(jnp.arange(3.)), grad(lambda x: lax.switch(1, [jnp.sin, jnp.cos], x))(1.))
print(vmap(lambda x: lax.map(lambda y: y * x, jnp.arange(2.)))(jnp.arange(3.)))
print(lax.scan(lambda c, _: (c * 2, c), 1., length=3), lax.scan(lambda c, x: (c, x['a']), (), {'a': jnp.arange(2)}, reverse=True))
print(lax.while_loop(lambda s: s['i'] < 3, lambda s: {'i': s['i'] + 1}, {'i': 0}))
print(lax.cond(True, lambda x: x + 1, lambda x: x - 1, 1.), lax.cond(False, lambda: 1, lambda: 2))
