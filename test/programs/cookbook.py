# Programs like those of the autodiff cookbook and the page on custom derivative rules.
# modes: O3
import jax, jax.numpy as jnp
from jax import grad, jit, vmap, jvp, vjp, jacfwd, jacrev, hessian, lax, random, value_and_grad
from functools import partial
# autodiff cookbook
key = random.key(0)
def sigmoid(x): return 0.5 * (jnp.tanh(x / 2) + 1)
def predict(W, b, inputs): return sigmoid(jnp.dot(inputs, W) + b)
inputs = jnp.array([[0.52, 1.12, 0.77], [0.88, -1.08, 0.15], [0.52, 0.06, -1.30], [0.74, -2.49, 1.39]])
targets = jnp.array([True, True, False, True])
def loss(W, b):
    preds = predict(W, b, inputs)
    label_probs = preds * targets + (1 - preds) * (1 - targets)
    return -jnp.sum(jnp.log(label_probs))
key, W_key, b_key = random.split(key, 3)
W = random.normal(W_key, (3,)); b = random.normal(b_key, ())
print(grad(loss, argnums=0)(W, b), grad(loss, argnums=1)(W, b), grad(loss, (0, 1))(W, b))
def loss2(p): return loss(p['W'], p['b'])
print(grad(loss2)({'W': W, 'b': b}))
lv, Wb = value_and_grad(loss, (0, 1))(W, b)
print(lv, Wb)
eps = 1e-4
def hvp(f, x, v): return grad(lambda x: jnp.vdot(grad(f)(x), v))(x)
print(hvp(partial(lambda W: loss(W, b)), W, jnp.ones(3)))
def hvp2(f, primals, tangents): return jvp(grad(f), primals, tangents)[1]
f = lambda X: jnp.sum(jnp.tanh(X) ** 2)
X = random.normal(W_key, (3, 4)); V = random.normal(b_key, (3, 4))
a1 = hvp2(f, (X,), (V,)); a2 = jnp.tensordot(hessian(f)(X), V, 2)
print(jnp.allclose(a1, a2, 1e-4, 1e-4))
def vmap_mjp(f, x, M):
    y, vjp_fun = vjp(f, x)
    return vmap(vjp_fun)(M)[0]
print(vmap_mjp(lambda W: predict(W, b, inputs), W, jnp.eye(4)))
def vmap_jmp(f, W, M): return vmap(lambda s: jvp(f, (W,), (s,))[1])(M)
print(vmap_jmp(lambda W: predict(W, b, inputs), W, jnp.eye(3)))
J = jacfwd(lambda W: predict(W, b, inputs))(W); J2 = jacrev(lambda W: predict(W, b, inputs))(W)
print(jnp.allclose(J, J2), hessian(lambda W: predict(W, b, inputs))(W).shape)
def g(z): return jnp.array([z.real ** 2, z.imag]) if False else z ** 2
print(grad(lambda z: jnp.real(z) ** 2 - jnp.imag(z))(3. + 4j))
def check(z):
    x, y = jnp.real(z), jnp.imag(z)
    return jnp.cos(x + 2j * y)
print(grad(jnp.sin, holomorphic=True)(3. + 4j))
A = jnp.array([[5., 2. + 3j, 5j], [2. - 3j, 7., 1. + 7j], [-5j, 1. - 7j, 12.]])
# STE, per-example gradients, TD
def td_loss(theta, s, r, s2):
    v = jnp.dot(theta, s); target = r + jnp.dot(theta, s2)
    return -0.5 * ((lax.stop_gradient(target) - v) ** 2)
th = jnp.array([0.1, -0.1, 0.]); s = jnp.array([1., 2., -1.]); s2 = jnp.array([2., 1., 0.])
print(grad(td_loss)(th, s, jnp.array(1.), s2))
def ste(x):
    zero = x - lax.stop_gradient(x)
    return zero + lax.stop_gradient(jnp.round(x))
print(ste(3.2), grad(ste)(3.2))
pex = jit(vmap(grad(td_loss), in_axes=(None, 0, 0, 0)))
print(pex(th, jnp.stack([s, s]), jnp.ones(2), jnp.stack([s2, s2])))
# custom log1pexp
@jax.custom_jvp
def log1pexp(x): return jnp.log(1. + jnp.exp(x))
@log1pexp.defjvp
def log1pexp_jvp(primals, tangents):
    x, = primals; x_dot, = tangents
    ans = log1pexp(x)
    return ans, (1 - 1 / (1 + jnp.exp(x))) * x_dot
print(grad(log1pexp)(100.), jit(log1pexp)(3.), vmap(jit(grad(log1pexp)))(jnp.arange(3.)))
@jax.custom_jvp
def fz(x): return x / (1 + jnp.sqrt(x))
@fz.defjvp
def fz_jvp(p, t):
    x, = p; xd, = t
    return fz(x), ((jnp.sqrt(x) + 2) / (2 * (jnp.sqrt(x) + 1) ** 2)) * xd
print(grad(fz)(0.), hessian(fz)(1.))
@jax.custom_vjp
def dbg(x): return x
dbg.defvjp(lambda x: (x, x), lambda x, g: (g * 2,))
print(grad(lambda x: lax.scan(lambda c, _: (dbg(jnp.sin(c)), None), x, None, length=3)[0])(1.))
print(grad(lambda x: lax.cond(x > 0, dbg, lambda x: x, x))(1.), vmap(grad(lambda x: dbg(x) ** 2))(jnp.arange(3.)))
@jax.custom_jvp
def ff(x, y): return x * jnp.sin(y)
ff.defjvps(lambda xd, ans, x, y: xd * jnp.sin(y), lambda yd, ans, x, y: x * jnp.cos(y) * yd)
print(grad(lambda v: lax.scan(lambda c, t: (ff(c, t), c), v, jnp.arange(1., 4.))[0])(2.))
print(jax.jacfwd(jax.jacrev(lambda v: ff(v[0], v[1])))(jnp.array([1., 2.])))
print(jit(vmap(grad(ff, (0, 1)), (0, None)))(jnp.arange(2.), 1.))
