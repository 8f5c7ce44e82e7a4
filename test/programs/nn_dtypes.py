# jax.nn and its neighbours on integers, booleans, empty arrays and masks that leave nothing.
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax, nn
from jax.scipy import stats


def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__)


i, b, empty = jnp.array([-4, 0, 7]), jnp.array([True, False]), jnp.zeros((0,))
for f in nn.relu, nn.relu6, nn.elu, nn.selu, nn.leaky_relu, nn.hard_sigmoid, nn.hard_silu, nn.sigmoid, nn.silu, nn.softplus:
    show(f, i)
show(nn.relu, b)
show(nn.log1mexp, b)
show(nn.glu, jnp.arange(4))
for f in nn.softmax, nn.log_softmax, nn.logsumexp:
    show(f, empty)
    show(f, jnp.arange(6.0).reshape(2, 3), where=jnp.array([[True, False, True], [False, False, False]]), axis=0)
show(nn.dot_product_attention, jnp.ones((1, 2, 1, 3)), jnp.ones((1, 2, 1, 3)), jnp.ones((1, 2, 1, 3), jnp.int32))
for f in jax.ops.segment_max, jax.ops.segment_min, jax.ops.segment_sum:
    show(f, jnp.array([True, False, True]), jnp.array([0, 0, 2]), 4)
for method in "average min max dense ordinal".split():
    show(stats.rankdata, jnp.array([3, 1, 3, 2]), method)
show(stats.rankdata, jnp.array([3.0, jnp.nan]))
show(stats.nbinom.pmf, jnp.arange(3), 5, 0.25)
show(lax.expand_dims, i, 0)
show(lax.expand_dims, i, (0,))
for f in nn.celu, nn.standardize:
    show(lambda x: f(x).round(4), jnp.array([-2, 0, 0, 0], jnp.int8))
show(nn.standardize, jnp.array([1.0, 1.0]), algorithm="stable")
show(nn.standardize, jnp.array([1.0, 1.0]), algorithm="slow")
print(jax.scipy.fft.dct(jnp.ones(4, jnp.float16)).dtype, jax.scipy.fft.idctn(jnp.ones(4, jnp.bfloat16)).dtype)
