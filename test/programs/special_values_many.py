# Functions of 280,000 numbers, among them NaN and infinities: kernels that run one function at a time over chunks, in threads.
import sys

import jax
import jax.numpy as jnp

values = [float("nan"), float("inf"), -float("inf"), 0.0, -0.0, 1.0, -1.0, 3e38, -2.5, 0.5]
v = jnp.array(values * 28000) * float(len(sys.argv))
for name, f in [("exp", jnp.exp), ("log", jnp.log), ("tanh", jnp.tanh), ("sin", jnp.sin), ("logistic", jax.nn.sigmoid),
                ("tanh(exp)", lambda x: jnp.tanh(jnp.exp(x)))]:
    y = f(v)
    print(f"{name} of many: {int(jnp.isnan(y).sum())} nan, {int(jnp.isposinf(y).sum())} inf, {int(jnp.isneginf(y).sum())} -inf")
