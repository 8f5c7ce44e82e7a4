# jax.checkpoint: policies, names, nesting; gradients are those without it.
# modes: interp O3
import jax, jax.numpy as jnp
from functools import partial
from jax import grad, jit, vmap, lax
from jax.ad_checkpoint import checkpoint_name
P = jax.checkpoint_policies
def g(w, x):
    y = checkpoint_name(jnp.dot(w, x), "a")
    z = checkpoint_name(jnp.sin(y), "b")
    return jnp.tanh(jnp.dot(w, z))
def f(w, x): return g(w, g(w, x)).sum()
w = jnp.arange(9.).reshape(3, 3) / 10; x = jnp.arange(3.)
ref = grad(f)(w, x)
print(ref)
for p in [None, P.nothing_saveable, P.everything_saveable, P.dots_saveable, P.checkpoint_dots, P.dots_with_no_batch_dims_saveable,
          P.save_only_these_names("a"), P.save_any_names_but_these("a"), P.save_anything_except_these_names("b"),
          P.save_from_both_policies(P.dots_saveable, P.save_only_these_names("b"))]:
    h = jax.checkpoint(f, policy=p)
    print(bool(jnp.allclose(grad(h)(w, x), ref)), bool(jnp.allclose(jit(grad(jit(h)))(w, x), ref)))
k = jax.checkpoint(g)
print(grad(lambda w: k(w, k(w, x)).sum())(w))
print(vmap(grad(lambda x: k(w, x).sum()))(jnp.eye(3)))
print(jax.hessian(lambda x: k(w, x).sum())(x)[0])
@jax.remat
def step(c, t): return jnp.sin(c) * t
print(grad(lambda c: lax.scan(lambda c, t: (step(c, t), c), c, jnp.arange(5.))[1].sum())(1.0))
print(jax.jvp(step, (1., 2.), (1., 0.)), jax.linearize(lambda c: step(c, 2.), 1.)[1](1.))
@partial(jax.checkpoint, static_argnums=(1,))
def s(x, flag): return jnp.sin(x) if flag else x
print(grad(s)(1., True), grad(s)(1., False), s(2., False))
print(grad(lambda x: jax.checkpoint(lambda d: d['a'] * d['b'], prevent_cse=False)({'a': x, 'b': x}))(3.))
print(lax.optimization_barrier((1.0, jnp.arange(2))), grad(lambda x: lax.optimization_barrier(x) ** 2)(3.))
print(grad(lambda x: jax.checkpoint(lambda x: lax.cond(x > 0, jnp.sin, jnp.cos, x))(x))(1.0))
print(grad(lambda x: jax.checkpoint(lambda x: lax.fori_loop(0, 3, lambda i, v: jnp.sin(v), x))(x))(1.0))
