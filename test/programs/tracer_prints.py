"""What a function prints while it is traced, also before an exception that its caller catches."""
# modes: interp O3
import jax
import jax.numpy as jnp


def f(x, y):
    print("f", x, y.shape)
    z = jnp.sin(x) * y
    print("z", z.sum())
    if y.shape[0] > 2:
        raise ValueError("long")
    return z.sum()


transforms = [jax.grad, jax.value_and_grad, jax.jacrev, lambda f: lambda x, y: jax.vjp(f, x, y)[0],
              lambda f: jax.grad(lambda x, y: jax.grad(f)(x, y)), lambda f: lambda *a: jax.linearize(f, *a)[0],
              lambda f: jax.jit(jax.grad(f)), lambda f: jax.vmap(jax.grad(f), (0, None)), lambda f: jax.vmap(f, (0, None)), jax.jit]
for n in (2, 3):
    for i, transform in enumerate(transforms):
        x = jnp.ones(2) if i in (7, 8) else 1.0
        try:
            print("=", transform(f)(x, jnp.ones(n)))
        except ValueError as e:
            print("caught", e)


def shows(x):
    print(x, f"{x}")
    return x


jax.vmap(jax.vmap(shows))(jnp.ones((2, 3)))
jax.vmap(lambda x, y: shows(y), (None, 1))(jnp.ones(2), jnp.ones((2, 4)))
jax.jit(jax.vmap(shows))(jnp.ones(2))
for i in range(2):
    try:
        jax.grad(lambda q: (print("loop", i), 1 / 0))(1.0)
    except ZeroDivisionError as e:
        print(e)
for transform in (jax.grad, jax.jit, jax.vmap):
    try:
        transform(lambda x: x.foo)(jnp.ones(2))
    except AttributeError as e:
        print(e)
