# A function that is not linear is refused, as often as it is asked for: what was built of it is given up.
# RUN: cjaxc run --interpret %s | FileCheck %s
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(1.0, 5.0)


def nested(a):
    return lax.scan(lambda c, y: (c + y * y, c * y), a[0], a)[1]


for f in (lambda a: a * a, lambda a: jnp.sin(a) * a, nested, lambda a: lax.cond(True, lambda b: b * b, lambda b: b, a)) * 5:
    try:
        jax.linear_transpose(f, x)(x)
        print("transposed")
    except NotImplementedError as e:
        print("refused")
print(jax.linear_transpose(lambda a: 3 * a, x)(x))


@jax.custom_jvp
def custom(a):
    return jnp.sin(a)


custom.defjvp(lambda p, t: (custom(*p), t[0] * t[0]))  # a rule that is not
try:
    print(jax.grad(custom)(1.0))
except (NotImplementedError, AssertionError):
    print("refused, too")

#CHECK-COUNT-20: refused
#CHECK-NEXT{LITERAL}: (Array([ 3.,  6.,  9., 12.], dtype=float32),)
#CHECK-NEXT: refused, too
