# Operations over the named axes of vmap.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import vmap, lax, grad, jit
x = jnp.arange(4.)
print(vmap(lambda v: v - lax.pmean(v, 'i'), axis_name='i')(x))
print(vmap(lambda v: lax.psum(v, 'i'), axis_name='i')(x), vmap(lambda v: lax.psum(v, 'i'), axis_name='i', out_axes=None)(x))
print(vmap(lambda v: lax.pmax(v, 'i'), axis_name='i')(x), vmap(lambda v: lax.pmin(v, 'i'), axis_name='i')(x))
print(vmap(lambda v: lax.axis_index('i'), axis_name='i')(x), vmap(lambda v: v * lax.axis_size('i'), axis_name='i')(x))
print(vmap(lambda v: lax.all_gather(v, 'i'), axis_name='i')(x))
print(vmap(lambda v: lax.ppermute(v, 'i', [(i, (i + 1) % 4) for i in range(4)]), axis_name='i')(x))
m = jnp.arange(16.).reshape(4, 4)
print(vmap(lambda v: lax.all_to_all(v, 'i', 0, 0), axis_name='i')(m))
print(vmap(vmap(lambda v: lax.psum(v, 'j') + lax.psum(v, 'i') * 10, axis_name='j'), axis_name='i')(m))
print(vmap(vmap(lambda v: lax.psum(v, ('i', 'j')), axis_name='j'), axis_name='i')(m))
print(vmap(grad(lambda v: lax.psum(v ** 2, 'i')), axis_name='i')(x))
print(grad(lambda x: vmap(lambda v: lax.psum(v ** 2, 'i') * v, axis_name='i')(x).sum())(x))
print(vmap(jit(lambda v: v / lax.psum(v, 'i')), axis_name='i')(x))
print(vmap(lambda v: lax.psum(1, 'i'), axis_name='i')(x))
print(vmap(lambda v: lax.scan(lambda c, _: (c + lax.pmean(v, 'i'), c), v, None, length=2)[0], axis_name='i')(x))
print(vmap(lambda v: lax.cond(v > 1, lambda: v, lambda: v*0) + lax.axis_index('i'), axis_name='i')(x))
print(vmap(lambda t: lax.psum(t, 'i'), axis_name='i')({'a': x, 'b': m}))
try:
    lax.psum(1.0, 'k')
except NameError as e:
    print(e)
def norm(v):
    mu = lax.pmean(v, 'batch'); var = lax.pmean((v - mu) ** 2, 'batch')
    return (v - mu) / jnp.sqrt(var + 1e-5)
print(vmap(norm, axis_name='batch')(m))
print(vmap(lambda v: lax.all_gather(v, 'i', axis=1), axis_name='i')(m).shape, vmap(lambda v: lax.all_gather(v, 'i', tiled=True), axis_name='i')(m).shape)
print(vmap(lambda v: lax.psum_scatter(v, 'i'), axis_name='i')(m))
print(vmap(lambda v: lax.pshuffle(v, 'i', [1,0,3,2]), axis_name='i')(x))
print(vmap(lambda v: lax.pswapaxes(v, 'i', 0), axis_name='i')(m))
print(vmap(lambda v: grad(lambda u: lax.all_gather(u, 'i').sum() * u)(v), axis_name='i')(x))
print(vmap(lambda v: lax.pmean(v, 'i'), axis_name='i')(jnp.arange(4)))
