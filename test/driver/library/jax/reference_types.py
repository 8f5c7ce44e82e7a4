"""What references accept: values of their shape, whose dtype is of the same kind."""
# modes: interp O3
import jax, jax.numpy as jnp


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:80])


def t(val, dt, idx=...):
    r = jax.new_ref(jnp.zeros(3, dt))
    r[idx] = val
    return r
show(lambda: t(jnp.ones(3), jnp.int32))
show(lambda: t(1.5, jnp.int32))
show(lambda: t(1, jnp.float32))
show(lambda: t(jnp.ones(3), jnp.float16))
show(lambda: t(jnp.ones(()), jnp.int32, 0))
show(lambda: t(1.5, jnp.int32, 0))
show(lambda: t(jnp.int32(3), jnp.float32, 0))
show(lambda: t(jnp.ones(2), jnp.float32, 0))
show(lambda: t(jnp.ones(2), jnp.float32, slice(0, 2)))
show(lambda: t(jnp.ones(2,jnp.int32), jnp.float32, slice(0, 2)))
def u(val, dt, idx):
    r = jax.new_ref(jnp.zeros(3, dt))
    jax.ref.addupdate(r, idx, val)
    return r
show(lambda: u(jnp.ones(()), jnp.int32, 0))
show(lambda: u(jnp.ones((3)), jnp.int32, ...))
show(lambda: u(2, jnp.float32, ...))
r = jax.new_ref(jnp.arange(6).reshape(2,3))
show(lambda: r[0, jax.ds(1,2)]); show(lambda: r[:, jax.ds(1,2)]); show(lambda: r[jax.ds(0,2), 1:2])
