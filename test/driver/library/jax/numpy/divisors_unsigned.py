# gcd and lcm of integers without a sign, whose magnitude is themselves.
import jax.numpy as jnp
for t in (jnp.uint8, jnp.uint32, jnp.int16):
    x, y = jnp.array([12, 0, 200, 7]).astype(t), jnp.array([18, 5, 60, 0]).astype(t)
    print(repr(jnp.gcd(x, y)), repr(jnp.lcm(x, y)))
