"""Meshes, shardings, shard_map and pmap on the one device; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.sharding import AxisType, NamedSharding, PartitionSpec
m = jax.make_mesh((1,), ('x',), axis_types=(AxisType.Auto,))
s = NamedSharding(m, PartitionSpec('x'))
y = jax.device_put(jnp.arange(4), s)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jnp.ones(2).sharding, jnp.ones(2).devices(), jnp.ones(2).device, m, [m], m.axis_names, m.size,))
show(lambda: (
    jax.P('x', None),
    jax.P(('a', 'b')),
    jax.P(), s, s.spec, AxisType.Auto, [AxisType.Explicit], jax.P('x') == jax.P('x'),))
show(lambda: (
    jax.jit(lambda x: jax.lax.with_sharding_constraint(x * 2, s))(y),
    jax.jit(lambda x: x * 2, in_shardings=s, out_shardings=s)(y),))
show(lambda: (jax.shard_map(lambda b: jax.lax.psum(b.sum(), 'x'), mesh=m, in_specs=jax.P('x'), out_specs=jax.P())(y),))
show(lambda: (
    jax.shard_map(lambda b: b * 2 + jax.lax.axis_index('x'), mesh=m, in_specs=jax.P('x'), out_specs=jax.P('x'))(y),))
show(lambda: (jax.pmap(lambda a: a * 2 + jax.lax.axis_index('i'), axis_name='i')(jnp.arange(3).reshape(1, 3)),))
show(lambda: (jax.make_mesh((2,), ('x',)), 3,))
show(lambda: (NamedSharding(m, PartitionSpec('y')), 4,))
print(jax.typeof(jnp.ones((2, 3))).sharding)
