"""Hints of jaxtyping, which isinstance() checks."""
import jax, jax.numpy as jnp
import numpy as np
from jaxtyping import Array, Float, Int, Bool, PyTree, PRNGKeyArray, Scalar, ScalarLike, Key, Float32, jaxtyped, Shaped, Num, Real, Inexact, Integer, UInt
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).splitlines()[0])
t(lambda: Float[Array, "2 3"].__name__)
t(lambda: isinstance(jnp.ones((2, 3)), Float[Array, "2 3"]))
t(lambda: isinstance(jnp.ones((2, 3)), Float[Array, "a a"]))
t(lambda: Float[Array])
t(lambda: Float[int, "3"])
t(lambda: Float[Array, "3 ... ..."])
t(lambda: (Float[float, ""], Bool[bool, ""]))
t(lambda: (isinstance(3.0, Float[Array, ""]), isinstance(3.0, ScalarLike)))
t(lambda: isinstance({"a": jnp.ones(3)}, PyTree[Float[Array, "3"]]))
t(lambda: isinstance({"a": jnp.ones(4)}, PyTree[Float[Array, "3"]]))
t(lambda: Float[Float[Array, "3"], "4"].__name__)
t(lambda: Float[Array, "3"]())
t(lambda: Float())
t(lambda: isinstance(jax.random.key(0), Key[Array, ""]))
t(lambda: [isinstance(jnp.ones((2, 3)), Float[Array, s]) for s in ["... 3", "*b 3", "#2 3", "_ _", "n n+1", "b=2 c=3", "*b", "2 3 4", "1 #3", "a b a", "#1 3"]])
t(lambda: [isinstance(jnp.ones((2, 3), d), h[Array, "..."]) for d in ("int32", "bool", "uint8", "complex64", "bfloat16") for h in (Num, Real, Inexact, Integer, Shaped, Int, UInt)])
t(lambda: Float[Array, "a"].dtypes)
t(lambda: Float[Array, "a b"].dim_str)
t(lambda: isinstance(np.ones(3), Float[Array, "3"]))
t(lambda: isinstance(np.ones(3), Float[np.ndarray, "3"]))
@jaxtyped(typechecker=None)
def f(x, y):
    return isinstance(x, Float[Array, "a"]), isinstance(y, Float[Array, "a"])
t(lambda: f(jnp.ones(3), jnp.ones(4)))
t(lambda: f(jnp.ones(4), jnp.ones(4)))
t(lambda: (isinstance([1, 2], PyTree[int]), isinstance([1, 2.], PyTree[int]), isinstance(3, PyTree)))
t(lambda: isinstance(jnp.ones((2, 3)), Float[Array, "a a+b"]))
t(lambda: isinstance(jnp.ones(()), Scalar))
def net(params: PyTree[Float[Array, "..."]], x: Float[Array, "batch d"], key: PRNGKeyArray | None = None) -> Float[Array, "batch"]:
    return (x @ params["w"]).sum(-1)
print(jax.jit(net)({"w": jnp.ones((3, 2))}, jnp.ones((4, 3))))
class Ints(Int):
    pass
t(lambda: Int[Array | float, "3"].__name__)
t(lambda: Int[jnp.ndarray, "a b"].__name__)
