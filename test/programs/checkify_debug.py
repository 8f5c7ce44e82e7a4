# checkify.debug_check outside of checkify is no check.
# modes: interp O3
import jax
from jax.experimental import checkify
def f(x):
  checkify.debug_check(x!=0, "cannot be zero!")
  return x
_ = f(0)
print("a")
checked_f = checkify.checkify(f)
err, out = jax.jit(checked_f)(0)
print("b")
try: print(repr(err.throw()))
except Exception as e: print(type(e).__name__, e)
