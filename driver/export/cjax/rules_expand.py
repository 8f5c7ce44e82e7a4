"""rules_expand.py -- primitives written as other primitives, by JAX's own definitions where it has them."""
import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax._src.lax import linalg, special
from jax._src.lax.lax import _ragged_dot_general_impl
from jax._src.random.core import _gamma_impl

from .rules import need, out_of, rule


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


@rule("tridiagonal_solve")
def tridiagonal_solve(walk, eqn, args):
    need(eqn, not eqn.params["perturb_singular"], "with perturb_singular there is none")
    return walk.expand(eqn, lambda *x: linalg._tridiagonal_solve_jax(*x, perturb_singular=False), args)


@rule("lu_pivots_to_permutation")
def lu_pivots_to_permutation(walk, eqn, args):
    size = eqn.params["permutation_size"]
    return walk.expand(eqn, lambda x: linalg._generic_lu_pivots_to_permutation(x, size), args)


@rule("symmetric_product")
def symmetric_product(walk, eqn, args):
    return walk.expand(eqn, lambda a, c: linalg._symmetric_product_jax_fn(a, c, **eqn.params), args)


@rule("householder_product")
def householder_product(walk, eqn, args):
    def one(a, taus):                       # the first columns of H0 H1 ..., Hk = 1 - tau v v^H, from the right
        m, n = a.shape
        rows = jnp.arange(m)

        def step(q, k):
            v = jnp.where(rows > k, a[:, k], (rows == k).astype(a.dtype))
            return q - taus[k] * jnp.outer(v, jnp.conj(v) @ q), None
        return lax.scan(step, jnp.eye(m, n, dtype=a.dtype), jnp.arange(taus.shape[0]), reverse=True)[0]

    for _ in range(args[1].rank - 1):
        one = jax.vmap(one)
    return walk.expand(eqn, one, args)


@rule("ragged_dot_general")
def ragged_dot_general(walk, eqn, args):
    return walk.expand(eqn, lambda *x: _ragged_dot_general_impl(*x, **eqn.params), args)


@rule("eq_to", "le_to", "lt_to")
def total_order(walk, eqn, args):
    compare = {"eq_to": lax.eq, "le_to": lax.le, "lt_to": lax.lt}[eqn.primitive.name]
    return walk.expand(eqn, lambda x, y: compare(_ordered(x), _ordered(y)), args)


# ---- Selection.

def _descending(x):
    """Integers whose ascending order is the descending order of x; nan is largest."""
    if jnp.issubdtype(x.dtype, jnp.floating):
        x = jnp.where(jnp.isnan(x), jnp.array(jnp.nan, x.dtype), x)
    return ~_ordered(x)


def _ordered(x):
    """Integers in the total order of x: -nan, -inf, .., -0.0, 0.0, .., inf, nan."""
    if x.dtype == bool:
        return x.astype(jnp.int8)
    if jnp.issubdtype(x.dtype, jnp.integer):
        return x
    kind = {2: jnp.int16, 4: jnp.int32, 8: jnp.int64}[x.dtype.itemsize]
    bits = lax.bitcast_convert_type(x, kind)
    return jnp.where(bits < 0, bits ^ jnp.iinfo(kind).max, bits)


def _first(x, key, k, axis):
    index = lax.broadcasted_iota(np.int32, x.shape, axis)
    _, values, places = lax.sort([key, x, index], dimension=axis, num_keys=1, is_stable=True)
    return lax.slice_in_dim(values, 0, k, axis=axis), lax.slice_in_dim(places, 0, k, axis=axis)


@rule("top_k")
def top_k(walk, eqn, args):
    p = eqn.params
    axis = p.get("axis", -1) % len(eqn.invars[0].aval.shape)
    return walk.expand(eqn, lambda x: _first(x, _descending(x), p["k"], axis), args)


@rule("approx_top_k")
def approx_top_k(walk, eqn, args):
    p = eqn.params
    axis = p["reduction_dimension"] % len(eqn.invars[0].aval.shape)
    k = out_of(eqn)[0][axis]
    return walk.expand(eqn, lambda x: _first(x, _descending(x if p["is_max_k"] else -x), k, axis), args)
