# jax: 0.10.2
# modes: interp O3
import jax.numpy as jnp
from jax import lax
key = jnp.array([7, 9, 4294967293, 5], dtype=jnp.uint32)
for shape in ((4,), (5, 3), (), (2, 3), (0,)):
    for name in ("RNG_DEFAULT", "RNG_PHILOX", "RNG_THREE_FRY"):
        state, bits = lax.rng_bit_generator(key, shape, jnp.uint32, algorithm=getattr(lax.RandomAlgorithm, name))
        print(name, state, bits)
print(lax.rng_bit_generator(key, (6,), dtype=jnp.uint8)[1], lax.rng_bit_generator(key, (3,), jnp.uint16)[1].dtype)
