# make_jaxpr of calls: functions that are called more than once, or are long, stand first; loops of Python are unrolled.
import jax
import jax.numpy as jnp
from jax import lax


@jax.jit
def f(x):
    return jnp.sin(x) * 2


def g(x):
    return f(f(x)) + f(x)


print(jax.make_jaxpr(g)(1.0))
print(jax.make_jaxpr(jax.vmap(g))(jnp.ones(2)))


@jax.jit
def ten(x):
    for _ in range(10):
        x = jnp.sin(x)
    return x


@jax.jit
def eleven(x):
    return jnp.sin(ten.__wrapped__(x))


print(ten(0.5))
print(jax.make_jaxpr(lambda x: ten(x) + 1)(1.0))
print(jax.make_jaxpr(lambda x: eleven(x) + 1)(1.0))
print(jax.make_jaxpr(lambda x: f(x) + f(jnp.ones(2)))(1.0))


def loop(x):
    def body(c, _):
        for i in range(12):
            c = c * (i + 1.0)
        return c, None

    return lax.scan(body, x, None, length=3)[0]


print(jax.make_jaxpr(loop)(1.0))


def masked(x):
    return jnp.where(x > 0, x, 0)


x = jnp.arange(3.0)
print(jax.make_jaxpr(masked)(x))
print(jax.make_jaxpr(lambda x: masked(masked(x)))(x))
print(jax.make_jaxpr(jax.vmap(lambda x: jnp.where(x > 0, x, -x)))(jnp.ones((2, 3))))
print(jax.make_jaxpr(lambda x: jnp.where(True, x, 1.0))(x))
print(jax.make_jaxpr(jax.jit(masked))(x))
print(jax.make_jaxpr(lambda x: lax.fori_loop(0, 3, lambda i, c: jnp.where(i > 1, c, c * 2), x))(x))
print(jax.make_jaxpr(jax.nn.relu)(x))
print(jax.make_jaxpr(jax.nn.silu)(x))
made = jax.make_jaxpr(masked)(x)
print(len(made.eqns), made.eqns[1].primitive, made.eqns[1].params["name"])
print(made.eqns[1].params["jaxpr"])
print(jax.core.eval_jaxpr(made.jaxpr, made.consts, x))
