# Stencils that write most of the array they read are one kernel, whatever the window; rows inside have no masks.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=7 %t > %t.7 && cmp %t.1 %t.7 && FileCheck %s < %t.1
# RUN: cjaxc --no-fusion %s -o %t.n && %t.n | cmp %t.1 -
# RUN: cjaxc -O0 %s -o %t.0 && %t.0 | cmp %t.1 -
# RUN: cjaxc --emit=expanded --without=stencils %s -o - | FileCheck --check-prefix=APART %s
# RUN: cjaxc --emit=linalg --without=rows %s -o - | FileCheck --check-prefix=MASKS %s
# APART: cjax.yield
# APART: {{^    %.*}}cjax.dynamic_update_slice {{.*}} -> tensor<37x41xf32>
# MASKS: func.func private @k{{[0-9]+}}_fusion(%arg0: memref<37x41xf32>
# MASKS-NOT: scf.if
# MASKS: func.func private
# RUN: cjaxc run --interpret %s | cmp %t.1 -
import jax
import jax.numpy as jnp
from jax import lax

# Whole numbers, so that all orders of additions give the same.
x = jnp.round(jax.random.uniform(jax.random.key(3), (37, 41)) * 64)
y = jnp.round(jax.random.uniform(jax.random.key(4), (9, 11, 35)) * 64)


@jax.jit
def plate(u):
    return u.at[1:-1, 1:-1].set(u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:])


@jax.jit
def rows(u):
    return u.at[2:-1].set(u[1:-2] - 2 * u[2:-1] + u[:-3]) * 2 + u


@jax.jit
def columns(u):
    return u.at[:, 3:].set(jnp.where(u[:, 3:] > 32, u[:, 2:-1], u[:, :-3])).at[0].set(0)


@jax.jit
def block(u):
    return u.at[1:-1, :, 2:].add(u[:-2, :, 2:] - u[2:, :, 1:-1] + u[1:-1, :, :-2])


@jax.jit
def wave(u, v):  # another array's window; what was there is read after
    w = u.at[1:-1, 1:-1].set(2 * u[1:-1, 1:-1] - v[1:-1, 1:-1] + u[:-2, 1:-1] - u[1:-1, 2:])
    return w, u


@jax.jit
def line(u):  # one dimension
    return u.at[1:-1].set(u[:-2] + u[2:])


@jax.jit
def twice(u):  # the new values are needed themselves
    inner = u[1:, 1:] - u[:-1, :-1]
    return u.at[1:, 1:].set(inner), inner.sum()


@jax.jit
def padded(u, k):
    p = jnp.pad(u, ((1, 1), (2, 0)), constant_values=7.0)
    return p[:-2, 1:-1] + p[2:, 2:] * 2 + u.at[1:, 1:].set(p[1:-2, 1:-2] + k)


def small(k, u):
    return u % 97 + k


a, b = lax.fori_loop(0, 5, lambda i, c: (small(i, wave(*c)[0]), c[0]), (x, x + 1))
nan = x.at[0, 3].set(jnp.nan).at[36, 0].set(jnp.inf).at[5, 5].set(-0.0)
weights = jnp.arange(37.0 * 41).reshape(37, 41) % 13
for v in (plate(x), rows(x), columns(x), block(y), a, b, line(x[0]), twice(x)[0], padded(x, 1.0), plate(plate(x)), lax.fori_loop(0, 4, lambda i, u: small(i, plate(u)), x),
          jnp.nan_to_num(plate(nan)), jax.grad(lambda u: jnp.sum(plate(u) * weights))(x), jax.vmap(line)(x), plate(x[:3, :3]), jax.jvp(plate, (x,), (weights,))[1]):
    print(v.shape, jnp.sum(v), jnp.sum(v * (jnp.arange(v.size).reshape(v.shape) % 7)))
# CHECK-COUNT-16: {{^\(}}
print(twice(x)[1], jnp.isnan(plate(nan)).sum())
# CHECK: 478.0 2
