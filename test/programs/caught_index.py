# IndexError of an index that only a computation knows, where a handler waits for it; += of what does not add.
# modes: interp O3
import jax.numpy as jnp

xs = ["a", "b", "c"]
i = int(jnp.array([1, 5]).max())
try:
    print(xs[i])
except IndexError as e:
    print("caught", e)
vals = [1.0, 2.0]
def get(i, default=None):
    try:
        return vals[i]
    except IndexError:
        return default
print(get(i), get(int(jnp.array(1))), get(i, 7.0))
d = {0: "x", 1: "y"}
try:
    print(d[i])
except KeyError as e:
    print("missing", e)
import jax.numpy as jnp
x = jnp.ones(2)
for f in (lambda: x + "a", lambda: "a" + x, lambda: None + x, lambda: x * None, lambda: x - None, lambda: "a%s" % x, lambda: x == "a", lambda: x ** "b", lambda: x @ None, lambda: x + {}, lambda: {} - x, lambda: x + object):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for x in (1, 1.5, jnp.arange(3), None, jnp.float32(2)):
    try:
        x += "a"
    except TypeError as e:
        print(e)
