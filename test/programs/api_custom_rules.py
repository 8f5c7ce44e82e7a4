"""Custom derivative rules and references: results and errors."""
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
# custom rules
@jax.custom_jvp
def f(x, y): return jnp.sin(x) * y
show(lambda: f(1., 2.))
show(lambda: jax.grad(f)(1., 2.))
f.defjvps(lambda dx, ans, x, y: jnp.cos(x) * dx * y, None)
show(lambda: jax.grad(f, (0, 1))(1., 2.))
f.defjvps(None, lambda dy, ans, x, y: 10 * dy)
show(lambda: jax.grad(f, (0, 1))(1., 2.))
@functools.partial(jax.custom_jvp, nondiff_argnums=(0,))
def app(g, x): return g(x)
@app.defjvp
def _(g, p, t):
    return g(p[0]), 3. * t[0]
show(lambda: jax.grad(lambda x: app(jnp.sin, x))(2.))
show(lambda: jax.jvp(lambda x: app(lambda y: y * 2, x), (1.,), (1.,)))
@functools.partial(jax.custom_jvp, nondiff_argnames=('n',))
def pw(x, n): return x ** n
@pw.defjvp
def _(n, p, t): return pw(p[0], n), n * pw(p[0], n - 1) * t[0]
show(lambda: jax.grad(pw)(2., 3))
show(lambda: jax.grad(pw)(2., n=3))
@jax.custom_jvp
def sz(x, y): return x * y
def szrule(p, t):
    print(type(t[0]).__name__, type(t[1]).__name__)
    return sz(*p), (t[0] * p[1] if type(t[0]).__name__ != 'SymbolicZero' else jnp.zeros(()))
sz.defjvp(szrule, symbolic_zeros=True)
@jax.custom_vjp
def v(x, y): return x * y
def vf(x, y): return v(x, y), (x, y)
def vb(res, ct): return ct * res[1], ct * res[0] * 2
v.defvjp(vf, vb)
show(lambda: jax.grad(v, (0, 1))(2., 3.))
show(lambda: jax.vmap(jax.grad(v), (0, None))(jnp.arange(3.), 2.))
show(lambda: jax.jvp(v, (1., 2.), (1., 1.)))
show(lambda: jax.jacfwd(v)(1., 2.))
show(lambda: jax.grad(jax.grad(v))(2., 3.))
show(lambda: jax.hessian(v)(2., 3.))
v2 = jax.custom_vjp(lambda x: x)
show(lambda: jax.grad(v2)(1.))
v2.defvjp(lambda x: (x, None), lambda r, c: (c, c))
show(lambda: jax.grad(v2)(1.))
v3 = jax.custom_vjp(lambda x: x)
v3.defvjp(lambda x: x, lambda r, c: (c,))
v4 = jax.custom_vjp(lambda x: x)
v4.defvjp(lambda x: (x, None), lambda r, c: (jnp.ones(3),))
show(lambda: jax.grad(v4)(1.))
v5 = jax.custom_vjp(lambda x: x)
v5.defvjp(lambda x: ((x, x), None), lambda r, c: (c,))
v6 = jax.custom_vjp(lambda x: x)
v6.defvjp(lambda x: (x, None), lambda r, c: (None,))
show(lambda: jax.grad(v6)(1.))
v7 = jax.custom_vjp(lambda x: x)
v7.defvjp(lambda x: (x, None), lambda r, c: c)
show(lambda: jax.grad(v7)(1.))
v8 = jax.custom_vjp(lambda x: x, nondiff_argnums=(1,))
show(lambda: v8(1.))
@functools.partial(jax.custom_vjp, nondiff_argnums=(1,))
def v9(x, n): return x * n
v9.defvjp(lambda x, n: (x * n, x), lambda n, r, c: (c * n * 100,))
show(lambda: jax.grad(v9)(2., 3))
show(lambda: jax.jit(jax.grad(v9), static_argnums=1)(2., 3))
va = jax.custom_vjp(lambda d: d['a'] * d['b'])
va.defvjp(lambda d: (d['a'] * d['b'], d), lambda d, c: ({'a': c * d['b'], 'b': None},))
show(lambda: jax.grad(va)({'a': 2., 'b': 3.}))
vb_ = jax.custom_vjp(lambda x: (x, x * 2))
vb_.defvjp(lambda x: ((x, x * 2), ()), lambda r, c: (c[0] + 10 * c[1],))
show(lambda: jax.grad(lambda x: vb_(x)[1])(1.))
vs = jax.custom_vjp(lambda x, y: x * y)
def vsf(x, y):
    print(x.perturbed, y.perturbed)
    return x.value * y.value, (x.value, y.value)
def vsb(r, c):
    print(type(c).__name__)
    return c * r[1], None
vs.defvjp(vsf, vsb, symbolic_zeros=True)
j1 = jax.custom_jvp(lambda x: x)
j1.defjvp(lambda p, t: p[0])
j2 = jax.custom_jvp(lambda x: x)
j2.defjvp(lambda p, t: (p[0], jnp.ones(2)))
show(lambda: jax.grad(j2)(1.))
j3 = jax.custom_jvp(lambda x: x)
j3.defjvp(lambda p, t: ((p[0], 1.), t[0]))
show(lambda: jax.grad(j3)(1.))
j4 = jax.custom_jvp(lambda x: x)
j4.defjvp(lambda p, t: (p[0], t[0].astype(int)))
show(lambda: jax.grad(j4)(1.))
@jax.custom_jvp
def scanned(x):
    return lax.scan(lambda c, _: (c * x, None), 1., None, 3)[0]
@scanned.defjvp
def _(p, t):
    (x,), (dx,) = p, t
    def step(c, _):
        y, dy = c
        return (y * x, dy * x + y * dx), None
    (y, dy), _ = lax.scan(step, (1., jnp.zeros(())), None, 3)
    return y, dy
show(lambda: jax.grad(scanned)(2.))
show(lambda: jax.grad(jax.grad(scanned))(2.))
show(lambda: jax.vmap(jax.grad(scanned))(jnp.arange(3.)))
@jax.custom_gradient
def cg(x):
    return x ** 2, lambda g: (g * x * 7,)
show(lambda: jax.grad(cg)(3.))
show(lambda: cg(3.))
@jax.custom_gradient
def cg2(x, y):
    return x * y, lambda g: (g, 2 * g)
show(lambda: jax.grad(cg2, (0, 1))(3., 4.))
show(lambda: jax.grad(lambda x: lax.stop_gradient(x) * x)(3.))
show(lambda: jax.grad(lambda d: lax.stop_gradient(d)['a'] * d['a'])({'a': 3.}))
r = jax.new_ref(jnp.zeros(2))
def withref(x, ref):
    ref[...] += x
    return (ref[...] ** 2).sum()
show(lambda: jax.grad(withref)(jnp.ones(2), r))
def inner(x):
    ref = jax.new_ref(x)
    ref[0] = ref[1] * x[0]
    return ref[...].sum()
show(lambda: jax.grad(inner)(jnp.array([2., 3.])))
show(lambda: jax.jit(inner)(jnp.array([2., 3.])))
show(lambda: jax.vmap(inner)(jnp.ones((2, 2))))
show(lambda: jax.freeze(jax.new_ref(3.)))
show(lambda: jax.jvp(inner, (jnp.array([2., 3.]),), (jnp.ones(2),)))
