# Primitives of the program's own: def_impl, jvp and batching rules.
import jax, jax.numpy as jnp
from jax.extend.core import Primitive
from jax.interpreters import ad, batching, mlir
multiply_add_p = Primitive("multiply_add")
def multiply_add_prim(x, y, z): return multiply_add_p.bind(x, y, z)
def multiply_add_impl(x, y, z): return x * y + z
multiply_add_p.def_impl(multiply_add_impl)
def multiply_add_abstract_eval(xs, ys, zs): return jax.core.ShapedArray(xs.shape, xs.dtype)
multiply_add_p.def_abstract_eval(multiply_add_abstract_eval)
mlir.register_lowering(multiply_add_p, mlir.lower_fun(multiply_add_impl, multiple_results=False))
def jvp(args, tans):
    x, y, z = args; xt, yt, zt = tans
    out = multiply_add_prim(x, y, z)
    def make_zero(t): return jnp.zeros_like(x) if type(t) is ad.Zero else t
    return out, multiply_add_prim(make_zero(xt), y, multiply_add_prim(x, make_zero(yt), make_zero(zt)))
ad.primitive_jvps[multiply_add_p] = jvp
def batch(args, axes):
    print("batching", tuple(axes))
    res = multiply_add_prim(*args)
    return res, axes[0]
batching.primitive_batchers[multiply_add_p] = batch
print(multiply_add_prim(2., 10., 3.))
print(jax.jit(multiply_add_prim)(2., 10., 3.))
print(jax.jvp(lambda x, y: multiply_add_prim(x, y, jnp.float32(3)), (jnp.float32(2), jnp.float32(10)), (jnp.float32(1), jnp.float32(1))))
print(jax.vmap(multiply_add_prim)(jnp.arange(3.), jnp.ones(3), jnp.ones(3)))
print(jax.jit(jax.vmap(multiply_add_prim, in_axes=(0, 0, 0)))(jnp.arange(3.), jnp.ones(3), jnp.ones(3)))


# A rule that differs from the derivative of the function is what is used.
halved_p = Primitive("halved")
halved_p.def_impl(lambda x: x * 2)
halved_p.def_abstract_eval(lambda x: jax.core.ShapedArray(x.shape, x.dtype))
mlir.register_lowering(halved_p, mlir.lower_fun(lambda x: x * 2, multiple_results=False))
ad.primitive_jvps[halved_p] = lambda xs, ts: (halved_p.bind(*xs), ts[0] * 0.5)
print(jax.grad(lambda x: jnp.sum(halved_p.bind(x)))(jnp.ones(2)), jax.jit(jax.grad(lambda x: halved_p.bind(x)))(3.0))
pair_p = Primitive("pair")
pair_p.multiple_results = True
pair_p.def_impl(lambda x, *, n: [x * n, x + n])
pair_p.def_abstract_eval(lambda x, *, n: [jax.core.ShapedArray(x.shape, x.dtype)] * 2)
mlir.register_lowering(pair_p, mlir.lower_fun(lambda x, *, n: [x * n, x + n], multiple_results=True))
print(jax.jit(lambda x: pair_p.bind(x, n=3))(jnp.arange(2.0)))
only_p = Primitive("only_abstract")
try:
    only_p.bind(1.0)
except NotImplementedError as e:
    print(str(e).splitlines()[0])


# Linear primitives are transposed by their rule, here one that is not the transpose.
for define, rule in (ad.deflinear, lambda ct, *, n: [ct * 10 * n]), (ad.deflinear2, lambda ct, x, *, n: [ct * x.aval.shape[0]]):
    linear_p = Primitive("linear")
    linear_p.def_impl(lambda x, *, n: x * n)
    linear_p.def_abstract_eval(lambda x, *, n: jax.core.ShapedArray(x.shape, x.dtype))
    mlir.register_lowering(linear_p, mlir.lower_fun(lambda x, *, n: x * n, multiple_results=False))
    define(linear_p, rule)
    f = lambda x: linear_p.bind(x, n=3)
    print(f(jnp.ones(2)), jax.jvp(f, (jnp.ones(2),), (jnp.full(2, 2.0, jnp.float32),)), jax.grad(lambda x: f(x).sum())(jnp.ones(2)))
