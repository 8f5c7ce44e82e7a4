# Derivatives through while loops of Python whose length depends on the differentiated value.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import grad, jit
def loop(x):
    while x < 10: x = x * 2
    return x
print(loop(3.), grad(loop)(3.), grad(loop)(jnp.array(1.5)))
def newton(a):
    x = a
    n = 0
    while abs(x * x - a) > 1e-4 * a and n < 50:
        x = 0.5 * (x + a / x)
        n += 1
    return x * n
print(newton(jnp.array(9.)), grad(newton)(jnp.array(9.)))
def f(x, n):
    s = jnp.zeros(())
    i = 0
    while i < n:
        s = s + jnp.sin(x * i) * x
        i = i + 1
    return s
print(grad(f)(0.5, 7), grad(f)(0.5, jnp.array(7)), grad(grad(f))(0.5, jnp.array(7)))
def g(x):
    y = x
    while y.sum() < 50.:
        if y[0] > 3: y = y * 1.5
        else: y = y + x
    return y.sum()
print(g(jnp.ones(2)), grad(g)(jnp.ones(2)), jax.value_and_grad(g)(jnp.ones(2)))
