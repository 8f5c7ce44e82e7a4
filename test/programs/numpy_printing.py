# Print options of arrays: precision, threshold, width, signs, modes; array2string and its relatives.
# jax: 0.10.2
import numpy as np
import jax.numpy as jnp

a = jnp.array([1 / 3, 1e-6, 200.0])
b = np.array([[1 / 3, -2.5, 100.125], [1e-3, 7, 0]])
c = jnp.asarray(np.linspace(-1, 1, 12).reshape(3, 4), jnp.float32)
i = jnp.arange(-5, 7).reshape(3, 4)
print(a, b, c, i, sep="\n")
for kw in (dict(precision=3), dict(precision=3, suppress=True), dict(suppress=True), dict(precision=0), dict(sign="+"), dict(sign=" "),
           dict(floatmode="fixed", precision=2), dict(floatmode="fixed"), dict(floatmode="unique"), dict(floatmode="maxprec_equal", precision=4), dict(linewidth=30),
           dict(threshold=5), dict(threshold=5, edgeitems=1), dict(precision=2, floatmode="fixed", suppress=True, sign=" ")):
    print(kw)
    with np.printoptions(**kw):
        print(a, b, c, i, i[1:] + 9, sep="\n")
        print(repr(a), repr(b), repr(i), repr(b[0, 0]), repr(jnp.array(1 / 3)), str(jnp.array(1 / 3)), f"{c}", [a], sep="\n")
        print(jnp.array([jnp.nan, 1, -jnp.inf]), np.array([np.inf, 0.25]), jnp.array([1e20, 1]), jnp.array([0.0, -0.0]), np.array([1.0, 2.0]), np.array([True]), np.arange(3))
print(a)
np.set_printoptions(precision=4, suppress=True, nanstr="NA", infstr="Infinity")
print(jnp.array([1.23456789, jnp.nan, jnp.inf, -jnp.inf]), np.pi * np.arange(3), jnp.float32(np.pi))
print(np.get_printoptions())
np.set_printoptions(precision=8, suppress=False, nanstr="nan", infstr="inf")
jnp.set_printoptions(precision=2)
print(jnp.arange(3) / 7)
np.set_printoptions(precision=8)
print(np.array2string(b, precision=2, separator=", "), np.array2string(b, separator=",", suppress_small=True), np.array2string(np.arange(40), separator=" | ", max_line_width=40), sep="\n")
print(np.array2string(np.array(1 / 3), precision=3), np.array2string(np.asarray(c), floatmode="fixed", precision=3, sign="+", prefix="c = "), sep="\n")
print(np.array_str(b, precision=2), np.array_repr(b, precision=2), jnp.array_str(c, precision=2, suppress_small=True), jnp.array_repr(i), np.array_repr(np.arange(3)), sep="\n")
print(np.format_float_positional(0.1 + 0.2), np.format_float_positional(1e-7), np.format_float_positional(3.14159, precision=2), np.format_float_positional(2.0), np.format_float_positional(1e20, trim="-"))
with np.printoptions(threshold=np.inf if False else 100000):
    print(np.arange(1100)[-3:], len(str(np.arange(1100))))
big = np.arange(2000.0).reshape(40, 50)
print(big)
with np.printoptions(edgeitems=2, precision=1):
    print(big, jnp.ones((30, 40, 2)), sep="\n")
try:
    np.set_printoptions(floatmode="nope")
except ValueError as e:
    print(e)
z = np.array([1 + 2j, -0.5j, 1e-3 + 1 / 3j])
with np.printoptions(precision=2, suppress=True):
    print(z, repr(z))
@np.printoptions(precision=1)
def show(x):
    print(x)
show(b)
rng = np.random.default_rng(0)
for k in range(20):
    x = rng.normal(size=rng.integers(1, 6)) * 10.0 ** rng.integers(-4, 5) if False else rng.normal(size=4) * 10.0 ** (k % 7 - 3)
    for kw in (dict(precision=3), dict(precision=5, suppress=True), dict(floatmode="fixed", precision=2), dict(floatmode="maxprec_equal"), dict(floatmode="unique", sign="+"), dict(precision=0, suppress=True), dict(precision=1, floatmode="maxprec_equal", sign=" ")):
        with np.printoptions(**kw):
            print(x, x.astype(np.float32), x.astype(int), x.astype(np.float16), x + 1j * x[::-1])
