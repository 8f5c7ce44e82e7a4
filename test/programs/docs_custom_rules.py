"""Custom derivative rules as the documentation teaches them."""
# modes: interp O3

import jax, jax.numpy as jnp
from jax import grad, vmap, jit, custom_jvp, custom_vjp, jvp, vjp, lax
from functools import partial
@jax.custom_jvp
def log1pexp(x):
    return jnp.log(1. + jnp.exp(x))
@log1pexp.defjvp
def log1pexp_jvp(primals, tangents):
    x, = primals
    x_dot, = tangents
    ans = log1pexp(x)
    ans_dot = (1 - 1 / (1 + jnp.exp(x))) * x_dot
    return ans, ans_dot
print(grad(log1pexp)(100.), jit(grad(log1pexp))(100.), vmap(jit(grad(log1pexp)))(jnp.arange(3.)))
@jax.custom_vjp
def clip_gradient(lo, hi, x):
    return x
def clip_fwd(lo, hi, x):
    return x, (lo, hi)
def clip_bwd(res, g):
    lo, hi = res
    return (None, None, jnp.clip(g, lo, hi))
clip_gradient.defvjp(clip_fwd, clip_bwd)
t = jnp.linspace(0, 10, 11)
print(vmap(grad(lambda x: jnp.sin(x)))(t))
print(vmap(grad(lambda x: jnp.sin(clip_gradient(-0.75, 0.75, x))))(t))
print(vmap(grad(lambda x: clip_gradient(-0.75, 0.75, jnp.sin(x)) * 3.))(t))
@partial(custom_vjp, nondiff_argnums=(0,))
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
    _, vjp_a = vjp(lambda a: f(a, x_star), a)
    a_bar, = vjp_a(fixed_point(partial(rev_iter, f), (a, x_star, x_star_bar), x_star_bar))
    return a_bar, jnp.zeros_like(x_star)
def rev_iter(f, packed, u):
    a, x_star, x_star_bar = packed
    _, vjp_x = vjp(lambda x: f(a, x), x_star)
    return x_star_bar + vjp_x(u)[0]
fixed_point.defvjp(fixed_point_fwd, fixed_point_rev)
def newton_sqrt(a):
    update = lambda a, x: 0.5 * (x + a / x)
    return fixed_point(update, a, a)
print(newton_sqrt(2.), grad(newton_sqrt)(2.), grad(grad(newton_sqrt))(2.))
print(vmap(grad(newton_sqrt))(jnp.array([1., 2., 3.])), jit(grad(newton_sqrt))(4.))
@jax.custom_jvp
def f(x):
    return jnp.sin(x)
f.defjvps(lambda t, ans, x: jnp.cos(x) * t)
print(f(3.), jvp(f, (3.,), (1.,)), grad(f)(3.))
@jax.custom_jvp
def g(x, y):
    return x ** 2 * y
g.defjvps(lambda x_dot, ans, x, y: 2 * x * y * x_dot, lambda y_dot, ans, x, y: x ** 2 * y_dot)
print(grad(g)(2., 3.), grad(g, 1)(2., 3.))
def app(f, x):
    print('called app')
    return f(x)
app = partial(custom_jvp, nondiff_argnums=(0,))(app)
def app_jvp(f, primals, tangents):
    print('called jvp')
    x, = primals
    x_dot, = tangents
    return f(x), 2. * x_dot
app.defjvp(app_jvp)
print(app(lambda x: x ** 3, 3.))
print(grad(app, 1)(lambda x: x ** 3, 3.))
def debug(x):
    print('fwd')
    return x, x
@custom_vjp
def noisy(x):
    print('primal')
    return 3. * jnp.sin(x)
def nf(x):
    print('called f_fwd')
    return noisy(x), jnp.cos(x)
def nb(cos_x, g):
    print('called f_bwd')
    return (cos_x * g,)
noisy.defvjp(nf, nb)
print(noisy(3.))
print(grad(noisy)(3.))
y, f_vjp = vjp(noisy, 3.)
print(y)
@custom_vjp
def foo(p):
    x, y = p['x'], p['y']
    return {'a': x ** 2, 'b': jnp.sin(y)}
def foo_fwd(p): return foo(p), (p['x'], jnp.cos(p['y']))
def foo_bwd(res, ct):
    x, c = res
    return ({'x': 2 * x * ct['a'] * 100, 'y': c * ct['b']},)
foo.defvjp(foo_fwd, foo_bwd)
print(grad(lambda p: foo(p)['a'] + foo(p)['b'])({'x': 1., 'y': 2.}))
@jax.custom_gradient
def straight(x):
    return jnp.round(x), lambda g: (g,)
print(grad(lambda x: (straight(x) ** 2).sum())(jnp.array([0.3, 1.7])))
def ste(x): return x + lax.stop_gradient(jnp.round(x) - x)
print(grad(lambda x: (ste(x) ** 2).sum())(jnp.array([0.3, 1.7])))
def td_loss(theta, s_tm1, r_t, s_t):
    v_tm1 = jnp.dot(theta, s_tm1)
    target = r_t + jnp.dot(theta, s_t)
    return -0.5 * ((lax.stop_gradient(target) - v_tm1) ** 2)
theta = jnp.array([0.1, -0.1, 0.])
print(grad(td_loss)(theta, jnp.array([1., 2., -1.]), 1., jnp.array([2., 1., 0.])))
print(hex(3), vmap(td_loss, (None, 0, 0, 0))(theta, jnp.ones((2, 3)), jnp.ones(2), jnp.ones((2, 3))))
