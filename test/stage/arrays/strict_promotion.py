# jax_numpy_dtype_promotion: with "strict" Python's numbers alone are promoted.
# RUN: cjaxc run %s | FileCheck %s --match-full-lines
import jax
import jax.numpy as jnp

x, y = jnp.arange(3), jnp.arange(3.0)


def message(f):
    try:
        print(f())
    except jax.dtypes.TypePromotionError as e:
        print(str(e)[:70])
    except ValueError as e:
        print("ValueError", e)


jax.config.update("jax_numpy_dtype_promotion", "strict")
# CHECK: [1 2 3] [0. 2. 4.] [0. 1. 4.] [0. 0.5 1. ] 1.0
print(x + 1, y * 2, y**2, x / 2, jnp.mean(x))
# CHECK-NEXT: Input dtypes ('float32', 'int32') have no available implicit dtype pro
message(lambda: x + y)
# CHECK-NEXT: Input dtypes ("<class 'float'>", 'int32') have no available implicit d
message(lambda: x + 1.5)
# CHECK-NEXT: Input dtypes ('bfloat16', 'float32') have no available implicit dtype
message(lambda: y.astype(jnp.bfloat16) + y)
# CHECK-NEXT: Input dtypes ("<class 'float'>", 'int32') have no available implicit d
message(lambda: x.at[0].set(1.5))
with jax.numpy_dtype_promotion("standard"):
    # CHECK-NEXT: [0. 2. 4.]
    print(x + y)
# CHECK-NEXT: ValueError 'loose' is not a valid NumpyDtypePromotion
message(lambda: jax.config.update("jax_numpy_dtype_promotion", "loose"))
# CHECK-NEXT: strict
print(jax.config.jax_numpy_dtype_promotion)
