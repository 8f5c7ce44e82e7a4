import jax, jax.numpy as jnp
jax.config.update("jax_debug_nans", True)
with jax.debug_infs(True):
    print(jnp.arange(3) / 2)
for name, value in (("jax_threefry_partitionable", False), ("jax_default_prng_impl", "rbg"), ("jax_numpy_rank_promotion", "raise"), ("jax_platforms", "gpu")):
    try:
        jax.config.update(name, value)
    except NotImplementedError as e:
        print(e)
try:
    with jax.numpy_rank_promotion("raise"):
        pass
except NotImplementedError as e:
    print(e)
jax.config.update("jax_numpy_rank_promotion", "warn")
jax.config.update("jax_explain_cache_misses", True)
jax.config.update("jax_compilation_cache_dir", "/tmp/cache")
print(jax.config.jax_explain_cache_misses, jax.config.jax_compilation_cache_dir)
try:
    jax.config.update("jax_num_cpu_devices", 8)
except NotImplementedError as e:
    print(e)
print(jax.ShapeDtypeStruct.like(jnp.ones((2, 3))), jax.ShapeDtypeStruct.like(1.0))
