"""One device's meshes, shardings and processes; enumerations, the array API's questions, pieces of odeint."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax, random
import numpy as np

import jax.sharding as js
from jax.experimental import pjit, mesh_utils, multihost_utils, layout, xla_metadata
from jax.experimental.shard_map import shard_map
x = jnp.arange(6.0).reshape(2, 3)
import dataclasses
@jax.tree_util.register_dataclass
@dataclasses.dataclass
class Op:
    x: jax.Array
    op: str = jax.tree.static(default="add")
from jax.experimental import ode
y0 = jnp.array([1.0, 0.5])
fun = lambda y, t: -y * t
step1 = ode.runge_kutta_step(fun, y0, fun(y0, 0.1), jnp.float32(0.1), jnp.float32(0.05))


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (pjit.pjit(lambda x: x * 2)(x), js.AbstractMesh((1, 2), ("a", "b")),))
show(lambda: (
    jax.make_array_from_single_device_arrays((2, 3), x.sharding, [x]),
    jax.make_array_from_process_local_data(x.sharding, np.ones((2, 2), np.float32)),
    jax.make_array_from_callback((2, 3), x.sharding, lambda i: np.ones((2, 3), np.float32)[i]),))
show(lambda: (
    jnp.issubdtype(random.key(0).dtype, jax.dtypes.prng_key),
    jax.dtypes.itemsize_bits(jnp.float32),
    jax.dtypes.itemsize_bits(jnp.bool_),
    jax.dtypes.issubdtype(jnp.float32, jax.dtypes.extended),))
show(lambda: (lax.AccuracyMode.HIGHEST, lax.RandomAlgorithm.RNG_PHILOX, lax.DotAlgorithmPreset.F32_F32_F32,))
show(lambda: (lax.fft(x, "RFFT", (3,)), lax.fft(x + 0j, lax.FftType.IFFT, (2, 3)), lax.Tolerance(atol=-1.0),))
show(lambda: (
    jnp.__array_api_version__, jnp.__array_namespace_info__().capabilities(),
    jnp.__array_namespace_info__().default_dtypes(),
    jnp.from_dlpack(x),
    jnp.einsum_path("ij,jk,kl->il", jnp.ones((2, 3)),
    jnp.ones((3, 4)),
    jnp.ones((4, 5)))[0],
    jnp.einsum_path("ab,bc->ac", jnp.ones((2, 3)),
    jnp.ones((3, 4)), optimize=False)[0],))
show(lambda: (
    jax.tree_util.flatten_one_level({"b": 1, "a": (2, 3)}),
    jax.tree_util.is_tree_node(dict),
    jax.tree_util.is_tree_node(int),
    jax.tree_util.flatten_one_level_with_keys([1, 2]),
    jax.tree_util.flatten_one_level((1, [2])),))
show(lambda: (jax.tree_util.flatten_one_level(3),))
show(lambda: (jax.process_indices(), jax.host_id(), jax.host_count(),))
show(lambda: (
    jax.fwd_and_bwd(lambda x, y: jnp.sin(x) * y, (0, 1))[0](1.0, 2.0)[0], (lambda f, b: b(f(1.0, 2.0)[1], 1.0))(*jax.fwd_and_bwd(lambda x, y: jnp.sin(x) * y, 0)),))
show(lambda: (
    multihost_utils.process_allgather(x), multihost_utils.broadcast_one_to_all({"a": x}), multihost_utils.process_allgather(x, tiled=True), multihost_utils.sync_global_devices("a"),))
show(lambda: (
    (lambda w: jax.lax.conv_general_dilated_local(jnp.arange(16.0).reshape(1, 1, 4, 4), w, (1, 1), "VALID", (2, 2)))(jnp.arange(36.0).reshape(1, 4, 3, 3)),))
show(lambda: (jax.tree.flatten(Op(x=1.0)), jax.tree.map(lambda v: v + 1, Op(2.0, "mul")),))
show(lambda: (
    step1, ode.initial_step_size(fun, jnp.float32(0.1), y0, 4, 1e-6, 1e-6, fun(y0, 0.1)), ode.mean_error_ratio(y0 * 1e-5, 1e-6, 1e-6, y0, y0), ode.optimal_step_size(0.1, jnp.float32(0.3)), ode.interp_fit_dopri(y0, step1[0], step1[3],
    jnp.float32(0.05)), ode.abs2(3 + 4j),))
