"""Small modules: export, serialized executables, partitioning, networks with memory, sparse primitives, pallas, jaxprs."""
# modes: interp O3
import jax
import jax.numpy as jnp
import numpy as np
from jax import export
from jax.experimental import multihost_utils, rnn, serialize_executable, sparse, topologies
from jax.experimental import pallas as pl
from jax.experimental.custom_partitioning import (BATCHING, ArrayMapping, CompoundFactor, SdyShardingRule,
                                                  custom_partitioning)
from jax.extend.core import jaxpr_as_fun


def refused(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:70])


x = jnp.arange(6.0).reshape(2, 3)
y = jnp.array([[0.0, 2.0, 0.0], [3.0, 0.0, 4.0]])


@jax.jit
def f(p, s):
    return {"y": jnp.sin(p["w"]) * s}


# jax.export
e = export.export(f)({"w": jax.ShapeDtypeStruct((2, 3), jnp.float32)}, 2.0)
print(e.fun_name, e.platforms, e.in_avals, e.out_avals, e.in_tree, e.out_tree, e.nr_devices)
print(e.call({"w": x}, 3.0), jax.grad(lambda w: e.call({"w": w}, 3.0)["y"].sum())(x))
again = export.deserialize(e.serialize())
print(again.call({"w": x}, 1.0))
refused(lambda: e.call({"w": x[0]}, 3.0))
refused(lambda: e.call({"w": x.astype(jnp.int32)}, 3.0))
refused(lambda: e.call({"w": x.T}, 3.0))
refused(lambda: export.export(lambda v: v))
print(export.is_symbolic_dim(3), export.default_export_platform(), export.maximum_supported_calling_convention_version >= 9)
print(export.DisabledSafetyCheck.custom_call("f").is_custom_call(), export.DisabledSafetyCheck.platform())
square = export.export(jax.jit(lambda v: v * v))(jax.ShapeDtypeStruct((3,), jnp.float32))
print(*square.vjp().call(x[1], jnp.ones(3)))

# serialize_executable
compiled = jax.jit(lambda a, b: a @ b).lower(x, x.T).compile()
data, *trees = serialize_executable.serialize(compiled)
print(serialize_executable.deserialize_and_load(data, *trees)(x, x.T))

# custom_partitioning
part = custom_partitioning(lambda a: a * 2)
part.def_partition(partition=lambda *a: None, infer_sharding_from_operands=lambda *a: None, sharding_rule="i j -> i j")
print(part(x), ArrayMapping(BATCHING, CompoundFactor("b", "c"), "d"))
rule = SdyShardingRule((ArrayMapping("a", CompoundFactor("b", "c")),), (ArrayMapping("a", "b", "c"),))
print(rule.operand_mappings, rule.result_mappings, rule.factor_sizes)
refused(lambda: CompoundFactor("a"))
refused(lambda: ArrayMapping("a", 1))
refused(lambda: ArrayMapping("a", BATCHING))
refused(lambda: SdyShardingRule((ArrayMapping("a"),), (ArrayMapping("a"),), b=3))

# rnn
for both in (False, True):
    sizes = (3, 2, 2)
    w = rnn.init_lstm_weight(jax.random.key(1), *sizes, both)
    print(rnn.get_num_params_in_lstm(*sizes, both), w[:4])
    print(rnn.swap_lstm_gates(w, *sizes, both)[10:14])
    layers = 4 if both else 2
    h, c = jnp.ones((layers, 2, 2)) * 0.1, jnp.ones((layers, 2, 2)) * 0.2
    xs = jnp.sin(jnp.arange(24.0)).reshape(2, 4, 3)
    lengths = jnp.array([4, 2], dtype=jnp.int32)
    unpacked = rnn.unpack_lstm_weights(w, *sizes, both)
    print([{k: v.shape for k, v in u.items()} for u in unpacked])
    print(*rnn.lstm_ref(xs, h, c, *unpacked, lengths, *sizes, 0.0, both), sep="\n")
refused(lambda: rnn.lstm_ref(xs, h, c, *unpacked, lengths, *sizes, 0.5, True))

# topologies
topo = topologies.get_attached_topology()
print(len(topo.devices), topologies.make_mesh(topo, (1,), ("i",)).axis_names)

# sparse
m = sparse.BCOO.fromdense(y)
r = sparse.BCSR.fromdense(y)


class Layout:
    shape, indices_sorted, unique_indices = (2, 3), True, True


print(sparse.bcoo_todense_p.bind(m.data, m.indices, spinfo=Layout), sparse.bcoo_todense_p)
print(sparse.bcoo_fromdense_p.bind(y, nse=3, n_batch=0, n_dense=0, index_dtype=jnp.dtype("int32")))
print(sparse.bcoo_extract_p.bind(m.indices, x, assume_unique=True))
print(sparse.csr_todense_p.bind(r.data, r.indices, r.indptr, shape=(2, 3)))
print(sparse.csr_matvec_p.bind(r.data, r.indices, r.indptr, x[1], shape=(2, 3), transpose=False))
print(sparse.bcsr_concatenate([r, r], dimension=0).todense(), sparse.bcoo_sum_duplicates_p.multiple_results)
print(sparse.bcoo_sort_indices_p.bind(m.data, m.indices, spinfo=Layout))

# pallas


def shifted(x_ref, o_ref):
    o_ref[...] = x_ref[...] * 2


print(pl.pallas_call(shifted, jax.ShapeDtypeStruct((4,), jnp.float32), grid=(2,), interpret=True,
                     in_specs=[pl.BlockSpec((pl.Element(2),), lambda i: (i + 1,))],
                     out_specs=pl.BlockSpec((pl.Blocked(2),), lambda i: (i,)))(jnp.arange(4.0)))
print(pl.Blocked(2) == pl.Blocked(2), hash(pl.Element(3)) == hash(pl.Element(3)))


def update(refs):
    a, b = refs
    a[...] = a[...] + b[0]


print(pl.run_state(update)((x[0], x[1])))

# jaxprs
j = jax.make_jaxpr(lambda p, v: {"s": p["a"] * v, "t": jnp.sin(v)})({"a": 2.0}, x)
print(jax.core.eval_jaxpr(j.jaxpr, j.consts, 3.0, x), jaxpr_as_fun(j)(1.0, x[:1]))
