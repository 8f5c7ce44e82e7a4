"""Derivatives as the documentation teaches them: gradients, products with Jacobians and Hessians, complex numbers."""
# modes: interp O3

import jax, jax.numpy as jnp
from jax import grad, jit, vmap, jvp, vjp, jacfwd, jacrev, hessian, random
import numpy as np
key = random.key(0)
def predict(W, b, inputs):
    return jax.nn.sigmoid(jnp.dot(inputs, W) + b)
inputs = jnp.array([[0.52, 1.12, 0.77], [0.88, -1.08, 0.15], [0.52, 0.06, -1.30], [0.74, -2.49, 1.39]])
targets = jnp.array([True, True, False, True])
def loss(W, b):
    preds = predict(W, b, inputs)
    label_probs = preds * targets + (1 - preds) * (1 - targets)
    return -jnp.sum(jnp.log(label_probs))
key, W_key, b_key = random.split(key, 3)
W = random.normal(W_key, (3,))
b = random.normal(b_key, ())
W_grad = grad(loss, argnums=0)(W, b)
print(f'{W_grad=}')
print(grad(loss, (0, 1))(W, b))
def loss2(params_dict):
    preds = predict(params_dict['W'], params_dict['b'], inputs)
    label_probs = preds * targets + (1 - preds) * (1 - targets)
    return -jnp.sum(jnp.log(label_probs))
print(grad(loss2)({'W': W, 'b': b}))
loss_value, Wb_grad = jax.value_and_grad(loss, (0, 1))(W, b)
print('loss value', loss_value, loss(W, b))
eps = 1e-4
b_grad_numerical = (loss(W, b + eps / 2.) - loss(W, b - eps / 2.)) / eps
print(jnp.allclose(b_grad_numerical, grad(loss, 1)(W, b), atol=1e-2))
key, subkey = random.split(key)
vec = random.normal(subkey, W.shape)
unitvec = vec / jnp.sqrt(jnp.vdot(vec, vec))
W_grad_numerical = (loss(W + eps / 2. * unitvec, b) - loss(W - eps / 2. * unitvec, b)) / eps
print(jnp.allclose(W_grad_numerical, jnp.vdot(W_grad, unitvec), atol=1e-2))
def hvp(f, x, v):
    return grad(lambda x: jnp.vdot(grad(f)(x), v))(x)
def f(X):
    return jnp.sum(jnp.tanh(X) ** 2)
key, s1, s2 = random.split(key, 3)
X = random.normal(s1, (3, 4)); V = random.normal(s2, (3, 4))
ans1 = hvp(f, X, V)
ans2 = jnp.tensordot(hessian(f)(X), V, 2)
print(jnp.allclose(ans1, ans2, 1e-4, 1e-4))
def hvp_fwdrev(f, primals, tangents):
    return jvp(grad(f), primals, tangents)[1]
def hvp_revfwd(f, primals, tangents):
    g = lambda primals: jvp(f, primals, tangents)[1]
    return grad(g)(primals)
def hvp_revrev(f, primals, tangents):
    x, = primals
    v, = tangents
    return grad(lambda x: jnp.vdot(grad(f)(x), v))(x)
for h in (hvp_fwdrev, hvp_revrev):
    print(h.__name__, jnp.allclose(h(f, (X,), (V,)), ans2, 1e-4, 1e-4))
print(jnp.allclose(hvp_revfwd(f, (X,), (V,))[0], ans2, 1e-4, 1e-4))
J = jacfwd(lambda W: predict(W, b, inputs))(W)
print("jacfwd result, with shape", J.shape)
print(J)
J = jacrev(lambda W: predict(W, b, inputs))(W)
print(J)
def predict_dict(params, inputs):
    return predict(params['W'], params['b'], inputs)
J_dict = jacrev(predict_dict)({'W': W, 'b': b}, inputs)
for k, v in J_dict.items():
    print("Jacobian from {} to logits is".format(k))
    print(v)
H = hessian(lambda W: predict(W, b, inputs))(W)
print("hessian, with shape", H.shape)
y, u = jvp(lambda W: predict(W, b, inputs), (W,), (vec,))
print(y, u)
y, vjp_fun = vjp(lambda W: predict(W, b, inputs), W)
print(vjp_fun(jnp.ones_like(y)))
def vmap_mjp(f, x, M):
    y, vjp_fun = vjp(f, x)
    outs, = vmap(vjp_fun)(M)
    return outs
print(vmap_mjp(lambda W: predict(W, b, inputs), W, jnp.eye(4)))
def our_jacfwd(f):
    def jacfun(x):
        _jvp = lambda s: jvp(f, (x,), (s,))[1]
        Jt = vmap(_jvp, in_axes=1)(jnp.eye(len(x)))
        return jnp.transpose(Jt)
    return jacfun
assert jnp.allclose(jacfwd(lambda W: predict(W, b, inputs))(W), our_jacfwd(lambda W: predict(W, b, inputs))(W))
def cgrad(f):
    def fn(z):
        x, y = jnp.real(z), jnp.imag(z)
        return f(x + 1j * y)
    return fn
def g(z):
    x, y = jnp.real(z), jnp.imag(z)
    u = lambda x, y: x ** 2 - y
    v = lambda x, y: x * y
    return u(x, y) + v(x, y) * 1j
def check(seed):
    key = random.key(seed)
    key, subkey = random.split(key)
    x, y = random.uniform(subkey, (2,))
    u = lambda x, y: x ** 2 - y
    v = lambda x, y: x * y
    key, subkey = random.split(key)
    c, d = random.uniform(subkey, (2,))
    z = x + y * 1j
    def fun(z):
        x, y = jnp.real(z), jnp.imag(z)
        return u(x, y) + v(x, y) * 1j
    _, ans = jvp(fun, (z,), (c + d * 1j,))
    expected = (grad(u, 0)(x, y) * c + grad(u, 1)(x, y) * d + grad(v, 0)(x, y) * c * 1j + grad(v, 1)(x, y) * d * 1j)
    return jnp.allclose(ans, expected)
print(check(0), check(1))
def ff(z):
    x, y = jnp.real(z), jnp.imag(z)
    return x ** 2 + y ** 2
z = 3. + 4j
print(grad(ff)(z))
print(grad(lambda z: jnp.sin(z), holomorphic=True)(z))
A = jnp.array([[5., 2. + 3j, 5j], [2. - 3j, 7., 1. + 7j], [-5j, 1. - 7j, 12.]])
def fA(X):
    L = jnp.linalg.cholesky(X)
    return jnp.sum((L - jnp.sin(L)) ** 2)
print(grad(fA, holomorphic=True)(A))
print(jnp.array(grad(lambda x: jnp.linalg.slogdet(x)[1])(jnp.array([[2., 1.], [1., 3.]]))))
def per_example(W, b):
    return vmap(grad(lambda W, x, t: -jnp.log(jnp.where(t, jax.nn.sigmoid(x @ W + b), 1 - jax.nn.sigmoid(x @ W + b)))), in_axes=(None, 0, 0))(W, inputs, targets)
print(per_example(W, b))
