# What rules may be and may not be: nondiff_argnums, trees, errors, symbolic zeros, closures.
# modes: interp O3
import jax, jax.numpy as jnp
from functools import partial
from jax import grad, vmap, jit, lax
def err(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__, e)
@jax.custom_jvp
def f(x, y): return x * y
err(f, 1., 2.)
f.defjvps(lambda t, ans, x, y: 2 * t * y, None)
print(grad(f, (0, 1))(2., 3.))
@partial(jax.custom_jvp, nondiff_argnums=(0,))
def app(h, x): return h(x)
@app.defjvp
def app_jvp(h, primals, tangents):
    x, = primals; t, = tangents
    return app(h, x), 2. * t
print(grad(lambda x: app(jnp.sin, x))(1.), app(jnp.cos, 0.))
@jax.custom_jvp
def bad(x): return x
@bad.defjvp
def bad_jvp2(p, t): return p[0], (t[0],)
err(grad(bad), 1.)
@bad.defjvp
def bad_jvp3(p, t): return p[0], jnp.zeros(3)
err(grad(bad), 1.)
@bad.defjvp
def bad_jvp4(p, t): return {'a': p[0]}, {'a': t[0]}
err(jit(grad(jit(bad))), 1.)
err(lambda: bad(1., 2.))
@jax.custom_vjp
def v(x, y): return x + y
err(grad(v), 1., 2.)
v.defvjp(lambda x, y: (x + y, None), lambda r, ct: (ct,))
err(grad(v), 1., 2.)
v.defvjp(lambda x, y: (x + y, None), lambda r, ct: (ct, jnp.ones(2)))
err(grad(v), 1., 2.)
v.defvjp(lambda x, y: (x + y, 3), lambda r, ct: (ct, None))
print(grad(v, (0, 1))(1., 2.))
@partial(jax.custom_vjp, nondiff_argnums=(0, 1))
def clip_g(lo, hi, x): return x
def cf(lo, hi, x): return x, None
def cb(lo, hi, r, g): return (jnp.clip(g, lo, hi),)
clip_g.defvjp(cf, cb)
print(grad(lambda x: 5 * clip_g(-1., 2., x))(3.), jit(grad(lambda x: (clip_g(-1, 1, x) ** 2).sum()))(jnp.arange(3.)))
@jax.custom_gradient
def lg(x):
    ans = jnp.log1p(jnp.exp(x))
    return ans, lambda g: g * (1 - 1 / (1 + jnp.exp(x)))
print(lg(1.), grad(lg)(1.), grad(lg)(100.), vmap(grad(lg))(jnp.arange(3.)), grad(grad(lg))(1.))
@jax.custom_vjp
def tree(d, n):
    return d['a'] * 2 + d['b'].sum() * n
tree.defvjp(lambda d, n: (tree(d, n), (d, n)), lambda r, g: ({'a': g * 2, 'b': g * jnp.ones(3)}, None))
@jax.custom_jvp
def multi(x, n):
    return x * n, n
@multi.defjvp
def multi_jvp(p, t):
    x, n = p
    print(t[1])
    return (x * n, n), (t[0] * n, t[1])
print(grad(lambda x: multi(x, 3)[0])(2.))
# symbolic zeros
@jax.custom_jvp
def sz(x, y): return x * y
@partial(sz.defjvp, symbolic_zeros=True)
def sz_jvp(p, t):
    x, y = p
    tx, ty = t
    print(type(ty).__name__ == "SymbolicZero")
    out = x * y
    if type(ty) is jax.custom_derivatives.SymbolicZero:
        return out, tx * y
    return out, tx * y + x * ty
print(grad(sz)(2., 3.))
print(grad(lambda x: sz(x, x))(2.))
@jax.custom_vjp
def svjp(x, y): return x * y
def sf(x, y):
    print(x.perturbed, y.perturbed)
    return x.value * y.value, (x.value, y.value)
svjp.defvjp(sf, lambda r, g: (g * r[1], g * r[0]), symbolic_zeros=True)
print(grad(svjp)(2., 3.))
# closure convert
def minimize(obj, x0):
    conv, consts = jax.closure_convert(obj, x0)
    return inner(conv, x0, *consts)
@partial(jax.custom_vjp, nondiff_argnums=(0,))
def inner(obj, x0, *a): return obj(x0, *a)
inner.defvjp(lambda obj, x0, *a: (inner(obj, x0, *a), (x0, a)), lambda obj, r, g: (g, *[g * 3 for _ in r[1]]))
print(grad(lambda w: minimize(lambda x: x * w, 2.0))(5.))
# fixed point
@partial(jax.custom_vjp, nondiff_argnums=(0,))
def fixed_point(f, a, x_guess):
    def cond_fun(carry):
        x_prev, x = carry
        return jnp.abs(x_prev - x) > 1e-6
    def body_fun(carry):
        _, x = carry
        return x, f(a, x)
    _, x_star = lax.while_loop(cond_fun, body_fun, (x_guess, f(a, x_guess)))
    return x_star
def fixed_point_fwd(f, a, x_init):
    x_star = fixed_point(f, a, x_init)
    return x_star, (a, x_star)
def fixed_point_rev(f, res, x_star_bar):
    a, x_star = res
    _, vjp_a = jax.vjp(lambda a: f(a, x_star), a)
    a_bar, = vjp_a(fixed_point(partial(rev_iter, f), (a, x_star, x_star_bar), x_star_bar))
    return a_bar, jnp.zeros_like(x_star)
def rev_iter(f, packed, u):
    a, x_star, x_star_bar = packed
    _, vjp_x = jax.vjp(lambda x: f(a, x), x_star)
    return x_star_bar + vjp_x(u)[0]
fixed_point.defvjp(fixed_point_fwd, fixed_point_rev)
def newton_sqrt(a):
    update = lambda a, x: 0.5 * (x + a / x)
    return fixed_point(update, a, a)
print(newton_sqrt(2.0), grad(newton_sqrt)(2.0))
