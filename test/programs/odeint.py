# odeint: a pendulum, a system in a pytree, tolerances.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax.experimental.ode import odeint


def pendulum(y, t, friction):
    return jnp.array([y[1], -friction * y[1] - jnp.sin(y[0])])


t = jnp.linspace(0.0, 5.0, 6)
print(odeint(pendulum, jnp.array([1.0, 0.0]), t, 0.3, rtol=1e-5, atol=1e-6))
print(jax.jit(lambda k: odeint(lambda y, t: -k * y, jnp.float32(2.0), t, rtol=1e-4, atol=1e-5))(0.7))
both = odeint(lambda y, t: {"a": y["b"], "b": -y["a"]}, {"a": jnp.ones(2), "b": jnp.zeros(2)}, t, rtol=1e-5, atol=1e-5)
print(jax.grad(lambda k: odeint(lambda y, t: -k * y, jnp.float32(2.0), t[:2], rtol=1e-6, atol=1e-7)[-1])(0.7))
print(both["a"], both["b"].shape)
