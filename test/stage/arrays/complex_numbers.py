# Complex arrays and run-time complex numbers in Python: conversions, order, what is refused.
# RUN: cjaxc run %s | FileCheck %s --match-full-lines
import sys

import jax
import jax.numpy as jnp
from jax import lax

z = jnp.array([1 + 2j, 3 - 1j, 0])
# CHECK: Array([1.+2.j, 3.-1.j, 0.+0.j], dtype=complex64)
print(repr(z))
# CHECK-NEXT: (1+2j) (1+2j) [(1+2j), (3-1j), 0j] True
print(complex(z[0]), z[0].item(), z.tolist(), bool(z[0]))
x = float(len(sys.argv))
# CHECK-NEXT: 1j (1+2j) (1+0j) (1+2j) 2.23606797749979
print(x * 1j, 2j + x, complex(x), complex(x, 2 * x), abs(complex(x, 2 * x)))
# CHECK-NEXT: [False  True False] [False  True  True] [1.+2.j 3.-1.j 0.+1.j]
print(z > 1 + 3j, (z <= z) & (z != z[0]), jnp.maximum(z, 1j))
# CHECK-NEXT: [ True  True False] [ True  True  True] True complex64
print(jnp.iscomplex(z), jnp.isfinite(z), jnp.iscomplexobj(z), jnp.result_type(z, jnp.float16))
# CHECK-NEXT: 22539340290692258087863249
print(int(jnp.int32(7)) ** 30)


def message(f):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, str(e)[:90])


# CHECK-NEXT: TypeError float() argument must be a string or a real number, not 'complex'
message(lambda: float(z[0]))
# CHECK-NEXT: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
message(lambda: int(z[0]))
# CHECK-NEXT: TypeError lt does not accept dtype complex64 at position 0. Accepted dtypes at position 0 are subtyp
message(lambda: lax.lt(z, z))
# CHECK-NEXT: TypeError complex does not accept dtype float16 at position 0. Accepted dtypes at position 0 are sub
message(lambda: lax.complex(jnp.float16(1), jnp.float16(1)))
# CHECK-NEXT: ValueError Clip received a complex value either through the input or the min/max keywords. Complex va
message(lambda: jnp.clip(z, 0, 1))
# CHECK-NEXT: TypeError gt does not accept dtype complex64 at position 0. Accepted dtypes at position 0 are subtyp
message(lambda: jnp.argmax(z))
# CHECK-NEXT: { lambda ; a:c64[3]. let
# CHECK-NEXT:     b:c64[3] = conj[input_dtype=complex64] a
# CHECK-NEXT:     c:f32[3] = real a
# CHECK-NEXT:     d:c64[3] = convert_element_type[new_dtype=complex64 weak_type=False] c
# CHECK-NEXT:     e:c64[3] = mul b d
# CHECK-NEXT:   in (e,) }
print(jax.make_jaxpr(lambda z: jnp.conj(z) * z.real)(z))
