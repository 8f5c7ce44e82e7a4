# NumPy arrays while a function is traced: what is outside is written to once, there.
# jax: 0.10.2
import numpy as np, jax, jax.numpy as jnp
@jax.jit
def f(x):
    buf = np.zeros(3)
    try:
        buf[0] = x
    except Exception as e:
        print(type(e).__name__)
    try:
        np.sin(x)
    except Exception as e:
        print(type(e).__name__)
    try:
        buf += x
        print(type(buf).__name__)
    except Exception as e:
        print(type(e).__name__)
    return x * np.arange(3)
print(f(2.0))
a = np.arange(3)
@jax.jit
def g(x):
    a[0] = 10
    return x + a
print(g(1), a)
print(jax.vmap(lambda i: jnp.asarray(np.eye(3))[i])(jnp.arange(2)))
c = np.zeros(3)
def body(i, s):
    return s + np.float32(2) * i
print(jax.lax.fori_loop(0, 3, body, 0.0))
x = np.ones((2,3), dtype=np.float32)
print(jax.grad(lambda w: jnp.sum(w @ x))(np.ones((2,2), np.float32)))
