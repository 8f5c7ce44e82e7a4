# The print option formatter: a function of the program writes the elements.
# modes: interp O3
import numpy as np, jax.numpy as jnp
x = np.linspace(-1, 2, 11)
np.set_printoptions(formatter={'float': '{: 0.3f}'.format})
print(x); print(repr(x)); print(x.reshape(1, 11)[:, :4], x[0], np.arange(3))
print(jnp.asarray(x)); print(repr(jnp.asarray(x)))
print(repr(jnp.asarray(2.0)), jnp.asarray(2.0), np.array(3.5), repr(np.array(3.5)))
print(f"{x[:3]} {x[:2]!r}")
print(np.arange(24.).reshape(2,3,4)); print([np.ones(2)])
print(repr(np.arange(2000.)))
np.set_printoptions(precision=3)
print(x)
print(np.array2string(x, formatter={'float_kind': lambda v: "%.2f" % v}, separator=';', prefix="xx"))
with np.printoptions(formatter={'all': lambda v: f"<{v}>"}):
    print(np.arange(3), np.array([True, False]), np.array([1+2j]))
with jnp.printoptions(formatter={'int': lambda v: format(v, '#06b')}):
    print(repr(jnp.array([0, 5, 255])))
    print(repr(jnp.arange(40, dtype=jnp.uint8)))
print(np.arange(3.))
print(repr(np.zeros((0,3))), np.zeros(0))
with np.printoptions(formatter={'float': lambda v: "x"*12}): print(repr(np.ones(5, np.float32))); print(repr(jnp.ones(5)))
