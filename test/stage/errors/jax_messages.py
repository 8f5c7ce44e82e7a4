# Types and texts of errors as JAX gives them where an argument has the wrong shape or kind.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines
import jax
import jax.numpy as jnp
import numpy as np


def show(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


x = jnp.ones((2, 3))
# CHECK: AttributeError 'jaxlib._jax.ArrayImpl' object has no attribute 'foo'
show(lambda: x.foo)
# CHECK-NEXT: AttributeError 'numpy.ndarray' object has no attribute 'append'
show(lambda: np.ones(2).append(1))
# CHECK-NEXT: TypeError 'jaxlib._jax.ArrayImpl' object is not callable
show(lambda: x.T())
# CHECK-NEXT: TypeError 'numpy.float64' object is not callable
show(lambda: np.float64(3)())
# CHECK-NEXT: ValueError inconsistent size for core dimension 'm': 4 vs 3 on vectorized function with excluded=frozenset() and signature='(m,m),(m)->(m)'
show(lambda: jnp.linalg.solve(jnp.eye(3), jnp.ones(4)))
# CHECK-NEXT: ValueError inconsistent size for core dimension 'm': 3 vs 2 on vectorized function with excluded=frozenset() and signature='(m,m),(m,n)->(m,n)'
show(lambda: jnp.linalg.solve(x, x))
# CHECK-NEXT: ValueError Argument to _det() must have shape [..., n, n], got (2, 3)
show(lambda: jnp.linalg.det(x))
# CHECK-NEXT: ValueError The input to eig must be a square matrix. Got shape (2, 3).
show(lambda: jnp.linalg.eig(x))
# CHECK-NEXT: TypeError add got incompatible shapes for broadcasting: (2, 3), (3, 2).
show(lambda: jnp.linalg.cholesky(x))
# CHECK-NEXT: TypeError transpose permutation isn't a permutation of operand dimensions, got permutation (0, -1) for operand shape (3,).
show(lambda: jnp.linalg.eigh(x[0]))
# CHECK-NEXT: TypeError Input 0 to svd must have rank at least 2, but got shape=(3,)
show(lambda: jnp.linalg.svd(x[0]))
# CHECK-NEXT: ValueError Output character 'k' did not appear in the input
show(lambda: jnp.einsum("ij->k", x))
# CHECK-NEXT: TypeError Argument 's' of type <class 'str'> is not a valid JAX type
show(lambda: jax.grad(lambda v: "s")(1.0))
# CHECK-NEXT: TypeError broadcast_in_dim shape must have every element be nonnegative, got (2, -1).
show(lambda: jnp.zeros((2, -1)))
# CHECK-NEXT: TypeError Value after * must be an iterable, not int
show(lambda: jnp.vstack(3))
# CHECK-NEXT: ValueError indices must have an integer type
show(lambda: jnp.take(x, 0.5))
# CHECK-NEXT: TypeError Value '{'a': 1}' with dtype object is not a valid JAX array type. Only arrays of numeric types are supported by JAX.
show(lambda: jnp.array({"a": 1}))
# CHECK-NEXT: IndexError index 4 is out of bounds for axis 0 with size 2
show(lambda: x.swapaxes(0, 4))
# CHECK-NEXT: ValueError axis 3 is out of bounds for array of dimension 2
show(lambda: jnp.argsort(x, axis=3))
# CHECK-NEXT: IndexError tuple index out of range
show(lambda: jnp.std(x, axis=3))
# CHECK-NEXT: IndexError tuple index out of range
show(lambda: jnp.argmax(x, axis=-3))
# CHECK-NEXT: IndexError tuple index out of range
show(lambda: x.mean(axis=(0, 2)))
# CHECK-NEXT: TypeError Only scalar arrays can be converted to Python scalars; got arr.ndim=2
show(lambda: "%.2f" % x)
# CHECK-NEXT: ValueError Too many leaves for PyTreeDef; expected 1.
show(lambda: jax.tree.unflatten(jax.tree.structure([1]), [1, 2]))
# CHECK-NEXT: ValueError array split does not result in an equal division: rest is 1
show(lambda: jnp.hsplit(x, 2))
# CHECK-NEXT: ValueError diagonal requires an array of at least two dimensions.
show(lambda: jnp.diagonal(x[0]))
# CHECK-NEXT: ValueError operands could not be broadcast together with remapped shapes [original->remapped]: (2,)  and requested shape (3,)
show(lambda: jnp.repeat(jnp.arange(3), jnp.array([1, 2])))
# CHECK-NEXT: TypeError where requires ndarray or scalar arguments, got <class 'NoneType'> at position 2.
show(lambda: jnp.where(x > 0, x))
# CHECK-NEXT: TypeError Value 'abc' with dtype <U3 is not a valid JAX array type. Only arrays of numeric types are supported by JAX.
show(lambda: jax.random.PRNGKey("abc"))
# CHECK-NEXT: TypeError PRNG key seed must be an integer; got JitTracer(~float32[])
show(lambda: jax.random.key(1.5))
# CHECK-NEXT: TypeError 'float' object cannot be interpreted as an integer
show(lambda: jax.random.split(jax.random.key(0), 2.5))
# CHECK-NEXT: ValueError k argument to top_k must be no larger than size along axis; got k=7 with shape=[2, 3] and axis=1
show(lambda: jax.lax.top_k(x, 7))
# CHECK-NEXT: TypeError unsupported operand type(s) for +: 'ArrayImpl' and 'list'
show(lambda: x + [1])
# CHECK-NEXT: TypeError unsupported operand type(s) for +: 'jaxlib._jax.ArrayImpl' and 'str'
show(lambda: x + "a")
# CHECK-NEXT: ValueError pytree structure error: different numbers of pytree children at key path
show(lambda: jax.tree.map(lambda p, g: p - g, {"w": x, "b": x}, {"w": x}))
# CHECK: TypeError unexpected PRNG key type <class 'tuple'>
show(lambda: jax.random.normal((3, 2), jax.random.PRNGKey(0)))
# CHECK-NEXT: TypeError x argument to bincount must have an integer type; got float32
show(lambda: jnp.bincount(jnp.array([0.5, 1.0])))
# CHECK-NEXT: ZeroDivisionError division by zero
show(lambda: jnp.arange(0, 1, 0))
# CHECK-NEXT: ValueError rot90 requires its first argument to have ndim at least two, but got first argument of shape (2,), which has ndim 1
show(lambda: jnp.rot90(jnp.ones(2)))
# CHECK-NEXT: ValueError Axes must be different
show(lambda: jnp.rot90(jnp.ones((2, 2)), axes=(1, 1)))
# CHECK-NEXT: ValueError conv_general_dilated lhs feature dimension size divided by feature_group_count must equal the rhs input feature dimension size, but 3 // 1 != 2.
show(lambda: jax.lax.conv(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 2, 3, 3)), (1, 1), 'SAME'))
# CHECK-NEXT: ValueError Length of slice indices must match number of operand dimensions (2 vs (4,))
show(lambda: jax.lax.dynamic_slice(jnp.arange(4), (0, 0), (2,)))
# CHECK-NEXT: ValueError No input was provided to the clip function.
show(lambda: jnp.clip())
# CHECK-NEXT: TypeError broadcast_in_dim shape must have every element be an integer type, got (<class 'int'>, <class 'int'>, <class 'float'>).
show(lambda: jnp.repeat(jnp.ones((2, 3)), 1.5, axis=1))
# CHECK-NEXT: TypeError Shapes must be 1D sequences of concrete values of integer type, got (np.float64(2.0), np.float64(4.5)).
show(lambda: jnp.tile(jnp.ones((2, 3)), (1, 1.5)))
# CHECK-NEXT: TypeError 'float' object cannot be interpreted as an integer
show(lambda: jnp.linspace(0, 1, 2.5))
# CHECK-NEXT: TypeError 'float' object cannot be interpreted as an integer
show(lambda: jax.nn.one_hot(1, 2.5))
