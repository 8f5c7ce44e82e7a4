"""Primitives as objects; modules that say what there is."""
# modes: interp O3
import operator

import jax
import jax.numpy as jnp
from jax import lax
import numpy as np

from jax.extend.core import primitives as P, Primitive
x = jnp.arange(6.0).reshape(2, 3)
i = jnp.array([3, 1, 2])
mul_add = Primitive("mul_add")
mul_add.def_impl(lambda x, y, *, scale=1.0: x * y * scale)
from jax import monitoring, profiler, distributed, dlpack, api_util, test_util
from jax.extend import linear_util as lu
seen = []
monitoring.register_event_listener(lambda e, **k: seen.append(e))
monitoring.record_event("/a/b")
monitoring.clear_event_listeners()
monitoring.record_event("/c")
def step(n):
    with profiler.StepTraceAnnotation("train", step_num=n), jax.debug_nans(False), jax.default_matmul_precision("float32"), jax.transfer_guard("allow"), jax.log_compiles(False):
        return profiler.annotate_function(lambda x: x + 1)(n)
@lu.transformation_with_aux
def doubled(*args):
    out = yield args, {}
    yield out * 2, "aux"
wrapped, aux = doubled(lu.wrap_init(lambda x: x + 1))
from jax.extend.core import mapped_aval, unmapped_aval


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    lax.add_p, lax.scatter_add_p, P.while_p, lax.sort_p.multiple_results, P.add_jaxvals_p, lax.add_p is P.add_p, lax.not_p.name,))
show(lambda: (
    lax.add_p.bind(x, x),
    lax.sin_p.bind(x, accuracy=None),
    lax.neg_p.bind(x),
    lax.and_p.bind(i, i),
    lax.integer_pow_p.bind(x, y=3),
    lax.select_n_p.bind(x > 2, x, -x),))
show(lambda: (
    lax.reduce_sum_p.bind(x, axes=(0,), out_sharding=None),
    lax.argmax_p.bind(x, axes=(1,), index_dtype=np.dtype("int32")),
    lax.cumsum_p.bind(x, axis=1, reverse=False),
    lax.transpose_p.bind(x, permutation=(1, 0)),
    lax.reshape_p.bind(x, new_sizes=(3, 2), dimensions=None, sharding=None),))
show(lambda: (
    lax.dot_general_p.bind(x, x, dimension_numbers=(((1,), (1,)), ((), ())), precision=None, preferred_element_type=np.dtype("float32"), out_sharding=None),
    lax.broadcast_in_dim_p.bind(i, shape=(2, 3), broadcast_dimensions=(1,), sharding=None),))
show(lambda: (
    lax.sort_p.bind(i, dimension=0, is_stable=True, num_keys=1),
    lax.top_k_p.bind(i, k=2, axis=0),
    lax.concatenate_p.bind(x, x, dimension=0),
    lax.pad_p.bind(x, 0.0, padding_config=((1, 0, 0), (0, 0, 0))),))
show(lambda: (
    lax.slice_p.bind(x, start_indices=(0, 1), limit_indices=(2, 3), strides=None),
    lax.convert_element_type_p.bind(x, new_dtype=np.dtype("int32"), weak_type=False, sharding=None),
    lax.iota_p.bind(dtype=np.dtype("int32"), shape=(3,), dimension=0, sharding=None),
    lax.rev_p.bind(x, dimensions=(1,)),
    lax.squeeze_p.bind(x[None], dimensions=(0,)),))
show(lambda: (
    lax.dynamic_slice_p.bind(x, 0, 1, slice_sizes=(2, 2)),
    lax.dynamic_update_slice_p.bind(x, x[:1] * 0, 1, 0),
    lax.eq_to_p.bind(x, x),
    lax.clamp_p.bind(1.0, x, 2.0),
    lax.split_p.bind(i, sizes=(1, 2), axis=0),
    lax.reduce_precision_p.bind(x, exponent_bits=5, mantissa_bits=4),))
show(lambda: (
    lax.reduce_window_sum_p.bind(x, window_dimensions=(1, 2), window_strides=(1, 1), padding=((0, 0), (0, 0)), base_dilation=(1, 1), window_dilation=(1, 1)),
    lax.exp2_p.bind(x, accuracy=None),
    lax.erf_inv_p.bind(x / 10),
    lax.lgamma_p.bind(x + 1),
    lax.pow_p.bind(x, x),
    lax.is_finite_p.bind(x),))
show(lambda: (mul_add, mul_add.bind(x, x, scale=2.0),))
show(lambda: (Primitive("nothing").bind(x),))
show(lambda: (
    [e.primitive.name for e in jax.make_jaxpr(lambda x: jnp.sin(x) * 2)(1.0).eqns], [e.primitive is lax.sin_p for e in jax.make_jaxpr(lambda x: jnp.sin(x) * 2)(1.0).eqns],))
show(lambda: (
    seen, distributed.is_initialized(), dlpack.is_supported_dtype(jnp.float32), dlpack.from_dlpack(jnp.ones(2)), api_util.safe_map(operator.add, [1, 2], [3, 4]), api_util.rebase_donate_argnums((3, 4), (0, 1)), api_util.shaped_abstractify(x),))
show(lambda: (
    step(3), test_util.check_grads(lambda x: jnp.sin(x) * x, (jnp.array([0.3, 1.0]),), order=2), test_util.check_grads(jnp.tanh, (0.5,), 1, modes=["rev"]),))
show(lambda: (wrapped.call_wrapped(3), aux(), jax.core.max_dim(2, 3), jax.extend.backend.get_backend().platform,))
show(lambda: (
    mapped_aval(2, 0, jax.core.ShapedArray((2, 3),
    jnp.float32)), unmapped_aval(5, 1, jax.core.ShapedArray((2, 3),
    jnp.float32)),
    jax.extend.random.threefry_2x32(jnp.array([1, 2],
    jnp.uint32),
    jnp.arange(5, dtype=jnp.uint32)),))
