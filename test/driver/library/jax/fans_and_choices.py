# Initializers of any axes; the enumerations of jax.lax.
import jax
import jax.numpy as jnp
from jax import lax
from jax.nn import initializers as I

k = jax.random.key(1)


def spread(init, shape):
    print(f"{init(k, shape, jnp.float32).std():.4f}")


spread(I.variance_scaling(1.0, "fan_in", "normal", out_axis=0), (11, 16))
spread(I.variance_scaling(2.0, "fan_out", "uniform", in_axis=0, out_axis=1), (5, 7))
spread(I.variance_scaling(2.0, "fan_avg", "truncated_normal", in_axis=(0, 1), out_axis=-1), (2, 5, 7))
spread(I.variance_scaling(1.0, "fan_geo_avg", "normal", batch_axis=0), (3, 5, 7))
spread(I.variance_scaling(1.0, "fan_in", "normal", in_axis=0, out_axis=0), (9,))
spread(I.glorot_uniform(in_axis=(0, 1), out_axis=(1, 2)), (4, 3, 2))
try:
    I.lecun_normal()(k, (3,))
except ValueError as e:
    print(e)

print(lax.Precision, repr(lax.Precision.HIGH), lax.Precision.HIGH.value, list(lax.Precision), lax.Precision.HIGH)
print(lax.GatherScatterMode.CLIP, repr(lax.GatherScatterMode.CLIP), list(lax.GatherScatterMode))
print(lax.RoundingMethod.TO_NEAREST_EVEN, list(lax.RoundingMethod), isinstance(lax.Precision.HIGH, lax.Precision))


def f(p: lax.Precision | None = None, x: jnp.float32 | int = 0):
    return p


print(f(lax.Precision.HIGHEST), jnp.dot(jnp.ones(2), jnp.ones(2), precision=lax.Precision.HIGHEST))
print(lax.round(2.5, lax.RoundingMethod.TO_NEAREST_EVEN), lax.round(2.5))
x = jnp.arange(5.0)
print(x.at[jnp.array([7])].get(mode=lax.GatherScatterMode.CLIP))
print(x.at[jnp.array([9])].set(1.0, mode=lax.GatherScatterMode.FILL_OR_DROP))
