"""Checks as values."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax.experimental import checkify
def f(x):
    checkify.check(x>0, "must be positive, got {x}", x=x)
    return jnp.log(x)
err,out=checkify.checkify(f)(jnp.float32(-1.0))
print(err); print(err.get()); print(out)
try: err.throw()
except Exception as e: print(type(e),[c.__name__ for c in type(e).__mro__], e)
err,out=checkify.checkify(f)(jnp.float32(1.0)); print(err, err.get(), err.throw())
try: f(jnp.float32(-1.0))
except Exception as e: print(type(e),e)
try: jax.jit(f)(-1.0)
except Exception as e: print(type(e),str(e)[:100])
try: checkify.check(jnp.array([True,False]),"x")
except Exception as e: print(type(e),str(e)[:300])
try: checkify.check(1,"x")
except Exception as e: print(type(e),str(e)[:300])
def h(x):
    def body(c, y):
        checkify.check(y < 3, "y too large: {}", y)
        return c + y, y
    return jax.lax.scan(body, 0.0, x)
err,_=jax.jit(checkify.checkify(h))(jnp.arange(5.)); print(err.get())
err,_=checkify.checkify(jax.jit(h))(jnp.arange(3.)); print(err.get())
def k(x):
    return jax.lax.cond(x > 1, lambda x: (checkify.check(x < 2, "first {x}", x=x), x)[1], lambda x: x, x)
for v in (0., 1.5, 3.):
    err, out = checkify.checkify(k)(jnp.float32(v)); print(err.get(), out)
def w(x):
    def body(s):
        checkify.check(s < 20, "s is {s}", s=s)
        return s * 2
    return jax.lax.while_loop(lambda s: s < 50, body, x)
print(checkify.checkify(w)(jnp.float32(3))[0].get())
def two(x):
    checkify.check(x[0] > 0, "a")
    checkify.check(x[1] > 0, "b")
    return x.sum()
for v in ([1.,1.],[-1.,1.],[1.,-1.],[-1.,-1.]):
    print(checkify.checkify(two)(jnp.array(v))[0].get())
def outer(x):
    err, y = checkify.checkify(f)(x)
    checkify.check_error(err)
    return y
err, y = checkify.checkify(outer)(jnp.float32(-3)); print(err.get())
try: checkify.check_error(checkify.checkify(f)(jnp.float32(-1.0))[0])
except Exception as e: print(type(e), e)
try: checkify.checkify(lambda x: checkify.check(x > 0, "a {x}"))(1.0)
except Exception as e: print(type(e), e)
checkify.check(True, "fine")
err, _ = jax.vmap(checkify.checkify(f))(jnp.array([1.0, -2.0, -3.0]))
print(err.get())
(v, err), g = jax.value_and_grad(lambda x: checkify.checkify(f)(x)[::-1], has_aux=True)(2.0)
print(err.get(), v, g)
