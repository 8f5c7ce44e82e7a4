"""What is equal for a whole axis is no result along it: out_axes=None after collectives in branches and nested maps."""
import jax, jax.numpy as jnp
from jax import lax
f=lambda x: (x-lax.pmean(x,'b'), lax.pmean(x,'b'))
print(jax.vmap(f,axis_name='b',out_axes=(0,None))(jnp.arange(4.)))
f=lambda x,s: (x-lax.pmean(x,'b'), lax.cond(s>0, lambda: lax.pmean(x,'b'), lambda: s))
print(jax.vmap(f,axis_name='b',in_axes=(0,None),out_axes=(0,None))(jnp.arange(4.),jnp.float32(1)))
f=lambda x,s: (x, jnp.where(s>0, lax.pmean(jnp.mean(x)**2,'b'), s), lax.psum(1,'b'), lax.pmax(x,'b'),lax.axis_size('b'))
print(jax.vmap(f,axis_name='b',in_axes=(0,None),out_axes=(0,None,None,None,None))(jnp.arange(4.),jnp.float32(1)))
g=lambda x: jax.vmap(lambda y: lax.pmean(jnp.mean(y),'b'))(x)
print(jax.vmap(g,axis_name='b',out_axes=None)(jnp.arange(6.).reshape(2,3)))
print(jax.vmap(lambda a: a[1]*2, in_axes=((None,0),), out_axes=0)((None, jnp.ones(3))))
import jax.tree_util as jtu
print(jtu.tree_map(lambda s,e: jtu.tree_map(lambda x: 0 if isinstance(x, jax.Array) else None, e), (1,2), (jnp.tanh, jnp.ones(2)), is_leaf=lambda x: x is None))
