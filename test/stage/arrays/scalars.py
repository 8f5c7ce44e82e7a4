# Python numbers that the executable finds out: float(x), int(x), x.item().
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp

x = jnp.array([1.5, -2.25, 7.0])
n = jnp.array([7, -3])
f, g, i, j = float(x[0]), x[1].item(), int(n[0]), n[1].item()
print(f + g, f - 1, 2 * g, f / g, f // g, f % g, g**2, -f, abs(g), f > g)
print(i + j, i - j, i * j, i / j, i // j, i % j, j // 2, j % 2, -i, abs(j), i**3, i & 5, i | 8, i ^ 1, i >> 1)
print(i + f, i == 7, j < 0, f != f, i <= 7.0, int(f), float(j), int(x[1]), bool(n[0]))
print(f"{f:.3f} {i:5d} {g:+.1e} {j:03d} {f} {i}", "%d %.2f %s" % (i, f, j), str(f) + "!", round(f), round(g))
print(min(i, 3), max(f, 0), min(f, g), [f, (i, j)], {"a": f})
total = 0
for v in x:
    total = total + float(v)
print(total, sum(x.tolist()), x.tolist(), n.tolist(), len(x), [float(v) for v in x])
s = ["zero", "one", "two"][int(n[0]) % 3]
print(s, "abcdefgh"[i], (10, 20, 30)[i % 2], "#" * i)
try:
    float(x)
except TypeError as e:
    print(e)
try:
    x.item()
except ValueError as e:
    print(e)

#CHECK:-0.75 0.5 -4.5 -0.6666666666666666 -1.0 -0.75 5.0625 -1.5 2.25 True
#CHECK-NEXT:4 10 -21 -2.3333333333333335 -3 -2 -2 1 -7 3 343 5 15 6 3
#CHECK-NEXT:8.5 True True False True 1 -3.0 -2 True
#CHECK-NEXT:1.500     7 -2.2e+00 -03 1.5 7 7 1.50 -3 1.5! 2 -2
#CHECK-NEXT:3 1.5 -2.25 [1.5, (7, -3)] {'a': 1.5}
#CHECK-NEXT:6.25 6.25 [1.5, -2.25, 7.0] [7, -3] 3 [1.5, -2.25, 7.0]
#CHECK-NEXT:one h 20 #######
#CHECK-NEXT:Only scalar arrays can be converted to Python scalars; got arr.ndim=1
#CHECK-NEXT:can only convert an array of size 1 to a Python scalar
