"""Checks that checkify adds: nan, division, indices."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax
from jax.experimental import checkify


def show(f, *args, errors=checkify.all_checks):
    err, out = checkify.checkify(f, errors=errors)(*args)
    print(err.get(), out)


x = jnp.array([1.0, 0.0, -2.0])
show(jnp.log, x)
show(jnp.log, x[:2])
show(lambda x: jnp.sin(x / x), x)
show(lambda x: jnp.sin(x / x), x, errors=checkify.nan_checks)
show(lambda x: jnp.sin(x / x), x, errors=checkify.div_checks)
show(lambda x: jnp.sin(x / x), x, errors=checkify.index_checks)
show(lambda x: jnp.sin(x / x), x, errors=checkify.user_checks)
show(lambda x, i: x[i], x, 1)
show(lambda x, i: x[i], x, 5)
show(lambda x, i: x[i], x, -4)
show(lambda x: x[7] + x[0], x)
show(lambda x, i: x[i], x, jnp.array([0, 7, 3]))
show(lambda x, i: x[i, 1], x.reshape(3, 1) * jnp.ones((3, 4)), 9)
show(lambda x, i: x[0, i], x.reshape(3, 1) * jnp.ones((3, 4)), 4, errors=checkify.index_checks)
show(lambda x, i: x.at[i].set(3.0), x, 3)
show(lambda x, i: x.at[i].add(3.0), x, jnp.array([1, -5]))
show(lambda x, i: lax.dynamic_slice(x, (i,), (2,)), x, 2)
show(lambda x, i: lax.dynamic_update_slice(x, jnp.ones(2), (i,)), x, 2)
show(lambda x: x // 0, jnp.arange(3))
show(lambda x: (x @ x) * jnp.sqrt(x.min()), x)
show(lambda x: x.sum() + jnp.inf - jnp.inf, x)


def loop(x):
    def body(c, y):
        return c - y, c / y
    return lax.scan(body, x[0], x)


show(loop, x)
show(lambda x: lax.fori_loop(0, 5, lambda i, s: s + x[i], 0.0), x)
show(lambda x: lax.while_loop(lambda s: s > -3, lambda s: jnp.log(s), x), 3.0)
show(lambda x: lax.cond(x > 0, jnp.sqrt, lambda v: jnp.log(v), x), -1.0)
show(lambda x: lax.cond(x > 0, jnp.sqrt, lambda v: jnp.log(v), x), 1.0)


def user(x):
    checkify.check(x[0] > 5, "first is {v}", v=x[0])
    y = jnp.log(x)
    checkify.check(y[1] > 0, "second")
    return y


for errors in (checkify.user_checks, checkify.automatic_checks, checkify.all_checks, checkify.float_checks):
    try:
        show(user, x, errors=errors)
    except Exception as e:
        print(type(e).__name__, e)
show(user, jnp.array([6.0, 2.0, -1.0]))
err, _ = jax.jit(checkify.checkify(user, errors=checkify.all_checks))(jnp.array([6.0, 2.0, -1.0]))
print(err)
try:
    err.throw()
except checkify.JaxRuntimeError as e:
    print(type(e).__name__, e)
err, y = jax.vmap(checkify.checkify(jnp.log, errors=checkify.float_checks))(x)
print(err.get(), y)
f = jax.jit(lambda x: jnp.log(x))
f(x)
show(f, x)
(loss, err), g = jax.value_and_grad(lambda x: checkify.checkify(lambda x: (x / x[::-1]).sum(), errors=checkify.float_checks)(x)[::-1],
                                    has_aux=True)(x[:2])
print(loss, err.get(), g)


def outer(x):
    err, y = checkify.checkify(jnp.log, errors=checkify.float_checks)(x)
    checkify.check_error(err)
    return y + 1


show(outer, x)
print(checkify.nan_checks < checkify.float_checks < checkify.automatic_checks < checkify.all_checks)

# Under vmap and grad.
show(jax.vmap(jnp.log), x)
show(jax.vmap(jnp.log), x[:2])
show(lambda x: jax.vmap(lambda v, i: x[i] / v, in_axes=(0, 0))(x, jnp.array([0, 9, 5])), x)
show(jax.vmap(jax.vmap(user, out_axes=0)), jnp.ones((2, 2, 3)) * 6 - jnp.arange(2.0)[:, None])
show(jax.grad(lambda x: user(x).sum()), x, errors=checkify.user_checks)
show(jax.value_and_grad(lambda x, i: (x[i] ** 2, i + x[0]), has_aux=True), x, 7, errors=checkify.index_checks | checkify.user_checks)
show(jax.vmap(jax.grad(lambda v: user(v)[0])), jnp.array([[7.0, 8, 9], [6, 5, 0.5], [0.5, 1, 1]]), errors=checkify.user_checks)
