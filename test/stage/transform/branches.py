# cond and switch: both calling forms, structures, closures, derivatives, errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import lax


def attempt(f):
    try:
        print("ok:", f())
    except Exception as e:
        lines = str(e).splitlines()
        print(f"{type(e).__name__}: {lines[0]} {[line for line in lines if ' has type ' in line or ' output is ' in line]}")


print(lax.cond(True, lambda x: x + 1, lambda x: x * 2, 3.0))
print(lax.cond(jnp.array(2) > 3, lambda x: (x + 1, {"z": x}), lambda x: (x * 2, {"z": -x}), 3.0))
print(lax.cond(False, 1.0, lambda x: x + 1, 5.0, lambda x: x * 2), lax.cond(0.5, lambda: 1, lambda: 2))
print(lax.switch(5, [lambda x: x, lambda x: x * 2, lambda x: x * 10], jnp.arange(3)), lax.switch(-1, [lambda: 1, lambda: 2]))
k = jnp.arange(2.0)
print(jax.jit(lambda p, x: lax.cond(p, lambda y: y + k, lambda y: k * x, x))(True, 2.0))
print(jax.grad(lambda x: lax.cond(x > 1, lambda v: v * 3, lambda v: v**2, x))(2.0))
print(jax.grad(lambda x: lax.switch(1, [lambda: x, lambda: x * x, lambda: 3.0]))(5.0))
attempt(lambda: lax.cond(True, lambda x: x, lambda x: x[None], 1.0))
attempt(lambda: lax.cond(True, lambda x: x, lambda x: (x, x), 1.0))
attempt(lambda: lax.cond(jnp.array([True, False]), lambda x: x, lambda x: x, 1.0))
attempt(lambda: lax.cond("a", lambda x: x, lambda x: x, 1.0))
attempt(lambda: lax.cond(None, lambda x: x, lambda x: x, 1.0))
attempt(lambda: lax.cond(True, 3, lambda x: x, 1.0))
attempt(lambda: lax.switch(1.0, [lambda x: x], 1.0))
attempt(lambda: lax.switch(1, [], 1.0))
attempt(lambda: lax.switch(1, [lambda x: x, lambda x: x.astype(int)], 1.0))

#CHECK{LITERAL}:4.0
#CHECK-NEXT{LITERAL}:(Array(6., dtype=float32, weak_type=True), {'z': Array(-3., dtype=float32, weak_type=True)})
#CHECK-NEXT{LITERAL}:10.0 1
#CHECK-NEXT{LITERAL}:[ 0 10 20] 1
#CHECK-NEXT{LITERAL}:[2. 3.]
#CHECK-NEXT{LITERAL}:3.0
#CHECK-NEXT{LITERAL}:10.0
#CHECK-NEXT{LITERAL}:TypeError: cond branches must have equal output types but they differ. ['The output of true_fun has type float32[] but the corresponding output of false_fun has type float32[1], so the shapes do not match.']
#CHECK-NEXT{LITERAL}:TypeError: cond branch outputs must have the same pytree structure, but they differ: ["true_fun output is a pytree leaf but false_fun output is a <class 'tuple'>, so their Python types differ."]
#CHECK-NEXT{LITERAL}:TypeError: Pred must be a scalar, got [ True False] of shape (2,). []
#CHECK-NEXT{LITERAL}:TypeError: Pred must be a scalar, got a of type <class 'str'> []
#CHECK-NEXT{LITERAL}:TypeError: cond predicate is None []
#CHECK-NEXT{LITERAL}:TypeError: lax.cond: true_fun and false_fun arguments should be callable. []
#CHECK-NEXT{LITERAL}:TypeError: Index type must be an integer, got 1.0 as float32 []
#CHECK-NEXT{LITERAL}:ValueError: Empty branch sequence []
#CHECK-NEXT{LITERAL}:TypeError: switch branches must have equal output types but they differ. ['The output of branch 0 has type float32[] but the corresponding output of branch1 has type int32[], so the dtypes do not match.']
