"""rules_expand.py -- primitives written as other primitives, by JAX's own definitions where it has them."""
import jax
import jax.numpy as jnp
from jax import lax
from jax._src.lax import linalg, special
from jax._src.lax.lax import _ragged_dot_general_impl
from jax._src.random.core import _gamma_impl

from .rules import out_of, rule


@rule("random_gamma_grad")
def random_gamma_grad(walk, eqn, args):
    def gradient(*x):                    # half precision is computed in single precision, as JAX does
        wide = jnp.float32 if x[0].dtype.itemsize < 4 else x[0].dtype
        x = [v.astype(wide) for v in jnp.broadcast_arrays(*x)]
        return special.random_gamma_grad_impl(*x, dtype=wide)
    y = walk.expand(eqn, gradient, args)[0]
    return [walk.w.convert(y, out_of(eqn)[1])]


@rule("random_gamma")
def random_gamma(walk, eqn, args):
    def draw(key, a):
        return _gamma_impl(key, a, log_space=eqn.params["log_space"], use_vmap=True)
    key, a = (v.aval for v in eqn.invars)
    closed = jax.make_jaxpr(draw)(jax.ShapeDtypeStruct(key.shape, key.dtype), jax.ShapeDtypeStruct(a.shape, a.dtype))
    return walk.closed(closed, args)


@rule("symmetric_product")
def symmetric_product(walk, eqn, args):
    return walk.expand(eqn, lambda a, c: linalg._symmetric_product_jax_fn(a, c, **eqn.params), args)


@rule("ragged_dot_general")
def ragged_dot_general(walk, eqn, args):
    return walk.expand(eqn, lambda *x: _ragged_dot_general_impl(*x, **eqn.params), args)


@rule("eq_to", "le_to", "lt_to")
def total_order(walk, eqn, args):
    compare = {"eq_to": lax.eq, "le_to": lax.le, "lt_to": lax.lt}[eqn.primitive.name]
    return walk.expand(eqn, lambda x, y: compare(_ordered(x), _ordered(y)), args)


def _ordered(x):
    """Integers in the total order of x: -nan, -inf, .., -0.0, 0.0, .., inf, nan."""
    if x.dtype == bool:
        return x.astype(jnp.int8)
    if jnp.issubdtype(x.dtype, jnp.integer):
        return x
    kind = {2: jnp.int16, 4: jnp.int32, 8: jnp.int64}[x.dtype.itemsize]
    bits = lax.bitcast_convert_type(x, kind)
    return jnp.where(bits < 0, bits ^ jnp.iinfo(kind).max, bits)


@rule("approx_top_k")
def approx_top_k(walk, eqn, args):
    p = eqn.params
    axis = p["reduction_dimension"] % args[0].rank
    k = out_of(eqn)[0][axis]

    def exact(x):
        values, places = lax.top_k(x if p["is_max_k"] else -x, k, axis=axis)
        return values if p["is_max_k"] else -values, places
    return walk.expand(eqn, exact, args)
