# Arguments that JAX refuses, and their neighbours that it takes; texts of JAX.
# RUN: cjaxc run %s | FileCheck %s --match-full-lines --strict-whitespace
import jax, jax.numpy as jnp
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:200].split('\n')[0])
t(lambda: jnp.pad(jnp.ones(3), (1,2,3)))
t(lambda: jnp.pad(jnp.ones((2,2)), ((1,2,3),)))
t(lambda: jnp.pad(jnp.ones((2,2)), ((1,2),(0,1))).shape)
t(lambda: jnp.pad(jnp.ones((2,2)), ((1,2),)).shape)
t(lambda: jnp.pad(jnp.ones((2,2)), (1,2)).shape)
t(lambda: jnp.pad(jnp.ones((2,2)), (1,)).shape)
t(lambda: jnp.pad(jnp.ones((2,2)), 2).shape)
t(lambda: jnp.pad(jnp.ones((2,2)), ((1,),(2,))).shape)
t(lambda: jnp.choose(5,[1,2]))
t(lambda: jnp.choose(jnp.array([0,3]),[1,2]))
t(lambda: jnp.choose(jnp.array([0,1]),[1,2]))
t(lambda: jnp.ravel_multi_index((jnp.array([5]),jnp.array([0])),(2,3)))
t(lambda: jnp.ravel_multi_index((jnp.array([1]),jnp.array([2])),(2,3)))
t(lambda: jax.jit(lambda i: jnp.ravel_multi_index((i,i),(2,3),mode='clip'))(jnp.array([5])))
t(lambda: jnp.delete(jnp.ones(3), 5))
t(lambda: jnp.delete(jnp.arange(3), -3))
t(lambda: jnp.delete(jnp.ones(3), -4))
t(lambda: jnp.ones(3).item(5))
t(lambda: jnp.ones((2,3)).item(1,5))
t(lambda: jnp.ones((2,3)).item(7))
t(lambda: jnp.arange(6).reshape(2,3).item(-1))
t(lambda: jnp.arange(6).reshape(2,3).item(1,-3))
t(lambda: jax.random.permutation(jax.random.key(0), 1.5))
t(lambda: jax.random.permutation(jax.random.key(0), jnp.float32(2)))
t(lambda: jax.random.permutation(jax.random.key(0), 4))
t(lambda: jnp.vectorize(lambda x: x, signature="foo")(1))
t(lambda: jnp.vectorize(lambda x: x, signature="(n)->n")(1))
t(lambda: jnp.vectorize(lambda x: x.sum(), signature="(n) -> ()")(jnp.ones((2,3))))
t(lambda: jnp.vectorize(lambda: 1.0, signature="->()")())
t(lambda: jnp.hstack([jnp.ones(3)], jnp.ones(3)))
t(lambda: jnp.zeros(3, jnp.ones(3)))
t(lambda: jnp.interp(1.0, jnp.ones(3), jnp.ones(2)))
t(lambda: jnp.sin(1, 2))
t(lambda: jnp.add(1))
t(lambda: jnp.vectorize(lambda x,y: x, signature="(n),(n)->()")(jnp.ones(3)))
def f(a, b): pass
f.__qualname__ = 'other'
t(lambda: f(1))

#CHECK{LITERAL}:ValueError jnp.pad: pad_width with nd=1 has unsupported shape (3,). Valid shapes are (1, 2), (1, 2), (2,), (1,), or ().
#CHECK-NEXT{LITERAL}:ValueError jnp.pad: pad_width with nd=2 has unsupported shape (1, 3). Valid shapes are (2, 2), (1, 2), (2,), (1,), or ().
#CHECK-NEXT{LITERAL}:(5, 3)
#CHECK-NEXT{LITERAL}:(5, 5)
#CHECK-NEXT{LITERAL}:(5, 5)
#CHECK-NEXT{LITERAL}:(4, 4)
#CHECK-NEXT{LITERAL}:(6, 6)
#CHECK-NEXT{LITERAL}:ValueError jnp.pad: pad_width with nd=2 has unsupported shape (2, 1). Valid shapes are (2, 2), (1, 2), (2,), (1,), or ().
#CHECK-NEXT{LITERAL}:ValueError invalid entry in choice array
#CHECK-NEXT{LITERAL}:ValueError invalid entry in choice array
#CHECK-NEXT{LITERAL}:[1 2]
#CHECK-NEXT{LITERAL}:ValueError invalid entry in coordinates array
#CHECK-NEXT{LITERAL}:[5]
#CHECK-NEXT{LITERAL}:[5]
#CHECK-NEXT{LITERAL}:ValueError axis 5 is out of bounds for array of dimension 3
#CHECK-NEXT{LITERAL}:[1 2]
#CHECK-NEXT{LITERAL}:ValueError axis -4 is out of bounds for array of dimension 3
#CHECK-NEXT{LITERAL}:IndexError index 5 is out of bounds for axis 0 with size 3
#CHECK-NEXT{LITERAL}:IndexError index 5 is out of bounds for axis 1 with size 3
#CHECK-NEXT{LITERAL}:IndexError index 7 is out of bounds for size 6
#CHECK-NEXT{LITERAL}:5
#CHECK-NEXT{LITERAL}:3
#CHECK-NEXT{LITERAL}:TypeError x must be an integer or at least 1-dimensional
#CHECK-NEXT{LITERAL}:TypeError x must be an integer or at least 1-dimensional
#CHECK-NEXT{LITERAL}:[0 1 3 2]
#CHECK-NEXT{LITERAL}:ValueError not a valid gufunc signature: foo
#CHECK-NEXT{LITERAL}:ValueError not a valid gufunc signature: (n)->n
#CHECK-NEXT{LITERAL}:ValueError not a valid gufunc signature: (n) -> ()
#CHECK-NEXT{LITERAL}:ValueError not a valid gufunc signature: ->()
#CHECK-NEXT{LITERAL}:ValueError Passing an array as a dtype argument is no longer supported; instead of dtype=arr use dtype=arr.dtype.
#CHECK-NEXT{LITERAL}:ValueError Passing an array as a dtype argument is no longer supported; instead of dtype=arr use dtype=arr.dtype.
#CHECK-NEXT{LITERAL}:ValueError xp and fp must be one-dimensional arrays of equal size
#CHECK-NEXT{LITERAL}:TypeError sin() takes 1 positional argument but 2 were given
#CHECK-NEXT{LITERAL}:TypeError add() missing 1 required positional argument: 'y'
#CHECK-NEXT{LITERAL}:TypeError wrong number of positional arguments: expected 2, got 1 on vectorized function with excluded=frozenset() and signature='(n),(n)->()'
#CHECK-NEXT{LITERAL}:TypeError other() missing 1 required positional argument: 'b'
