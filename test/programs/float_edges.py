# Functions of floats at nan, infinities and the ends of their ranges.
import jax
import jax.numpy as jnp
import jax.scipy.special as sp

inf, nan = float("inf"), float("nan")
x = jnp.array([nan, -inf, -1.0, -0.0, 0.0, 6.0, inf])
print(jax.nn.relu(x), jax.nn.relu6(x))
print(jax.vmap(jax.grad(jax.nn.relu))(x[1:]), jax.vmap(jax.grad(jax.nn.relu6))(x[1:]))
print(sp.xlogy(0.0, x), sp.xlog1py(0.0, x))
print(sp.betainc(jnp.array([0.0, 1.0, inf, 1.0, 0.0]), jnp.array([1.0, 0.0, 1.0, inf, inf]), jnp.array([[0.0], [0.3], [1.0]])))
print(sp.gammainc(inf, jnp.array([0.0, 0.5])), sp.gammaincc(inf, jnp.array([0.0, 0.5])))
z = jnp.array([complex(inf, 0), 1 + 0j, 4 + 0j], jnp.complex64)
print(z**0.5, z ** jnp.complex64(-1), z[:2] ** jnp.complex64(inf))
print(jnp.abs.__name__, jnp.conj.__name__)
for f, v in ((sp.ndtr, 1), (sp.ndtri, jnp.float16(0.5)), (sp.log_ndtr, jnp.bfloat16(1)), (sp.ndtr, jnp.arange(2))):
    try:
        print(f(v))
    except TypeError as e:
        print(f"TypeError: {e}")
print([round(float(v), 4) for v in jax.vmap(jax.grad(jnp.i0))(jnp.array([-1.0, 0.0, 2.0]))])
