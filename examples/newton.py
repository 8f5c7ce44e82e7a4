# Newton's method with exact derivatives: a root found with grad, and a minimum found with the Hessian.
import jax
import jax.numpy as jnp


def f(x):
    return x**3 - 2.0 * x - 5.0


x = jnp.array(2.0)
for i in range(5):
    x = x - f(x) / jax.grad(f)(x)
    print(f"x{i + 1} = {x:.6f}   f(x) = {f(x):.1e}" if abs(f(x)) > 1e-5 else f"x{i + 1} = {x:.6f}   f(x) is zero to rounding")


def bowl(p):
    x, y = p
    return (1.0 - x) ** 2 + 10.0 * (y - x**2) ** 2


p = jnp.array([-1.0, 1.0])
for i in range(6):
    gradient, curvature = jax.grad(bowl)(p), jax.hessian(bowl)(p)
    (a, b), (c, d) = curvature
    inverse = jnp.array([[d, -b], [-c, a]]) / (a * d - b * c)
    p = p - inverse @ gradient
print("minimum of the bowl at", p.round(4), "where it is", bowl(p).round(6))
