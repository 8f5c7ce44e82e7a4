"""bind of primitives whose parameters are jaxprs, of windows, generators and parts of factorisations."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax, random
from jax.extend.core import primitives as P


def show(xs):
    print(*(xs if isinstance(xs, (list, tuple)) else [xs]), sep="\n")


x = jnp.arange(6.0).reshape(2, 3)
j = jax.make_jaxpr
add, multiply = j(lax.add)(0.0, 0.0), j(lax.mul)(0.0, 0.0)
windows = {"window_dimensions": (1, 2), "window_strides": (1, 1), "padding": ((0, 0), (0, 0))}
dilations = {"base_dilation": (1, 1), "window_dilation": (1, 1)}
show(lax.reduce_p.bind(x, 1.0, computation=lax.add, jaxpr=add, dimensions=(0,)))
show(jax.grad(lambda v: lax.reduce_p.bind(v, 1.0, computation=lax.mul, jaxpr=multiply, dimensions=(0, 1))[0])(x + 1))
show(lax.reduce_window_p.bind(x, jnp.float32(0.0), jaxpr=add.jaxpr, consts=(), **windows, **dilations))
body = j(lambda w, c, v: (c + w * v, c - v))(1.0, 1.0, 1.0)
for reverse in (False, True):
    show(lax.scan_p.bind(jnp.float32(2.0), jnp.float32(1.0), x[1], jaxpr=body, length=3, reverse=reverse, num_consts=1,
                         num_carry=1, unroll=1))
show(lax.while_p.bind(jnp.float32(9.0), jnp.float32(2.0), jnp.float32(1.0), cond_nconsts=1, body_nconsts=1,
                      cond_jaxpr=j(lambda a, c: c < a)(1.0, 1.0), body_jaxpr=j(lambda b, c: (c * b,))(1.0, 1.0)))
show(P.cond_p.bind(jnp.int32(1), x, branches=(j(lambda v: (v,))(x), j(lambda v: (jnp.sin(v),))(x))))
two = j(lambda v: (v * 2, v.sum()))(x)
show(P.remat_p.bind(x, jaxpr=two.jaxpr, prevent_cse=True, differentiated=False, policy=None))
show(lax.select_and_gather_add_p.bind(x * 10, x, select_prim=lax.ge_p, **windows, **dilations))
show(lax.select_and_scatter_add_p.bind(jnp.ones((2, 2)), x, select_prim=lax.ge_p, **windows))
show(lax.rng_bit_generator_p.bind(jnp.arange(4, dtype=jnp.uint32), shape=(3,), dtype=jnp.dtype("uint32"),
                                  algorithm=lax.RandomAlgorithm.RNG_THREE_FRY, out_sharding=None))
for log_space in (False, True):
    show(random.random_gamma_p.bind(random.key(0), jnp.array([1.0, 2.5]), log_space=log_space))
r = jnp.array([[2.0, 1.0], [0.0, 3.0]])
show(lax.linalg.cholesky_update_p.bind(r, jnp.array([1.0, 2.0])))
show(lax.linalg.symmetric_product_p.bind(r, r, alpha=2.0, beta=0.5))
show(lax.linalg.lu_pivots_to_permutation_p.bind(jnp.array([1, 1], dtype=jnp.int32), permutation_size=2))
show(lax.linalg.ormqr_p.bind(jnp.array([[2.0, 1.0], [0.5, 3.0]]), jnp.array([1.6, 0.0]), r, left=True, transpose=False))
