# Carries and scanned values that do not fit: JAX's texts.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
from jax import lax


def attempt(f):
    try:
        print("ok:", f())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


x = jnp.arange(3.0)
attempt(lambda: lax.scan(lambda c, x: (c > 1, x), 0.0, x))
attempt(lambda: lax.scan(lambda c, x: (jnp.stack([c, x]), x), jnp.float32(0), x))
attempt(lambda: lax.scan(lambda c, x: ((c, x), x), 0.0, x))
attempt(lambda: lax.scan(lambda c, x: c, 0.0, x))
attempt(lambda: lax.scan(lambda c, x: (c, c, c), 0.0, x))
attempt(lambda: lax.scan(lambda c, x: (c, c), 0.0, (x, jnp.ones(4))))
attempt(lambda: lax.scan(lambda c, x: (c, c), 0.0))
attempt(lambda: lax.scan(lambda c, x: (c, c), 0.0, x, length=4))
attempt(lambda: lax.scan(lambda c, x: (c, c), 0.0, 2.0))
attempt(lambda: lax.while_loop(lambda c: c, lambda c: c, 1.0))
attempt(lambda: lax.while_loop(lambda c: (c, c), lambda c: c, 1.0))
attempt(lambda: lax.while_loop(lambda c: c[0] < 1, lambda c: (c[0] + 1, c[1].astype(int)), (0, 1.0)))
attempt(lambda: lax.fori_loop(0, 3, lambda i, c: (c[0], c[1].astype(jnp.int8)), (1, jnp.float32(2))))
attempt(lambda: lax.fori_loop(0, jnp.uint32(3), lambda i, c: c, 1))

#CHECK{LITERAL}:TypeError: scan body function carry input and carry output must have equal types, but they differ:
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:The input carry c has type float32[] but the corresponding output carry component has type bool[], so the dtypes do not match.
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:Revise the function so that all output types match the corresponding input types.
#CHECK-NEXT{LITERAL}:TypeError: scan body function carry input and carry output must have equal types, but they differ:
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:The input carry c has type float32[] but the corresponding output carry component has type float32[2], so the shapes do not match.
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:Revise the function so that all output types match the corresponding input types.
#CHECK-NEXT{LITERAL}:TypeError: scan body function carry input and carry output must have the same pytree structure, but they differ:
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:The input carry c is a <class 'jax._src.core.ShapedArray'> but the corresponding component of the carry output is a <class 'tuple'>, so their Python types differ.
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:Revise the function so that the carry output has the same pytree structure as the carry input.
#CHECK-NEXT{LITERAL}:TypeError: scan body output must be a pair, got ~float32[].
#CHECK-NEXT{LITERAL}:TypeError: scan body output must be a pair, got (ShapedArray(float32[], weak_type=True), ShapedArray(float32[], weak_type=True), ShapedArray(float32[], weak_type=True)).
#CHECK-NEXT{LITERAL}:ValueError: scan got values with different leading axis sizes: 3, 4.
#CHECK-NEXT{LITERAL}:ValueError: scan got no values to scan over and `length` not provided.
#CHECK-NEXT{LITERAL}:ValueError: scan got `length` argument of 4 which disagrees with leading axis sizes [3].
#CHECK-NEXT{LITERAL}:ValueError: scan got value with no leading axis to scan over: 2.0.
#CHECK-NEXT{LITERAL}:TypeError: cond_fun must return a boolean scalar, but got output type(s) [ShapedArray(float32[], weak_type=True)].
#CHECK-NEXT{LITERAL}:TypeError: cond_fun must return a boolean scalar, but got pytree PyTreeDef((*, *)).
#CHECK-NEXT{LITERAL}:TypeError: while_loop body function carry input and carry output must have equal types, but they differ:
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:The input carry component c[1] has type float32[] but the corresponding output carry component has type int32[], so the dtypes do not match.
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:Revise the function so that all output types match the corresponding input types.
#CHECK-NEXT{LITERAL}:TypeError: scan body function carry input and carry output must have equal types, but they differ:
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:The input carry component loop_carry[1][1] has type float32[] but the corresponding output carry component has type int8[], so the dtypes do not match.
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:Revise the function so that all output types match the corresponding input types.
#CHECK-NEXT{LITERAL}:TypeError: lower and upper arguments to fori_loop must have equal types, got int32 and uint32
