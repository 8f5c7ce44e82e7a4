# Numbers and texts that only the executable knows: formats, %, join, padding, repr, math, tables.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
import math
x = jnp.array([1.5, -2.25, 1000.125])
n = jnp.array(7)
f, i = float(x[0]), int(n)
print(f"{f:8.3f}|{i:5d}|{f:<10}|{i:>+6}|{x[1]:^9.2f}|{n:03d}", "%s %r %5.1f %d %x" % (f, i, f, i, i), "{:.2e} {:,}".format(f, i))
print([f, i], (f,), {"k": f}, str(f) + "!", repr(i), [str(f), f"{i}"], f"{f!r:>8}|{str(i):<6}|{f!s}")
print(" ".join(f"{float(v):6.2f}" for v in x), ",".join(str(int(v)) for v in jnp.arange(4)), sep="\n")
print(str(f).rjust(8), str(i).ljust(4) + "|", f"{i}".center(9, "*"), f"{f:.1f}".zfill(6))
names = ("zero", "one", "two")
k = int(jnp.argmax(x)); print(names[k], names[k].upper(), names[k] == "two", {names[k]: 1}, len(names[k]), f"{names[k]:>6}", "w" in names[k])
print(math.sqrt(f), math.floor(f), math.ceil(f), round(f), math.log(f), math.exp(f), math.pow(f, 2), math.sin(f), math.isnan(f), math.hypot(f, 2.0), math.log10(f), math.degrees(f))
print(abs(-f), f + i, f * 2 > 3, i // 2, i % 4, -i, i ** 2, divmod(i, 3), max(f, 2.0), min(i, 3), f == 1.5, bool(i), int(f), sum([f, f]), round(f, 1))
s = f"{f:.2f}"; print(s, s == "1.50", float(s), len(s), s[0], s.replace(".", ","), s + s, s * 2, s in ["1.50"], s.split("."))
rows = [("a", x[0], n), ("bb", x[2], n + 1)]
for name, v, c in rows: print(f"{name:<4}{v:>10.3f}{c:>4d}", "%-4s%8.2f" % (name, v))
print(f"{x}", f"{x[0]}", f"{x.sum():.1f}", "%s" % x, "{}".format(n), f"{n:>4}", f"{float(x.mean()):.4f}", x.tolist(), i if i > 3 else "small")

#CHECK{LITERAL}:   1.500|    7|1.5       |    +7|  -2.25  |007 1.5 7   1.5 7 7 1.50e+00 7
#CHECK-NEXT{LITERAL}:[1.5, 7] (1.5,) {'k': 1.5} 1.5! 7 ['1.5', '7']      1.5|7     |1.5
#CHECK-NEXT{LITERAL}:  1.50  -2.25 1000.12
#CHECK-NEXT{LITERAL}:0,1,2,3
#CHECK-NEXT{LITERAL}:     1.5 7   | ****7**** 0001.5
#CHECK-NEXT{LITERAL}:two TWO True {'two': 1} 3    two True
#CHECK-NEXT{LITERAL}:1.224744871391589 1 2 2 0.4054651081081644 4.4816890703380645 2.25 0.9974949866040544 False 2.5 0.17609125905568124 85.94366926962348
#CHECK-NEXT{LITERAL}:1.5 8.5 False 3 3 -7 49 (2, 1) 2.0 3 True True 1 3.0 1.5
#CHECK-NEXT{LITERAL}:1.50 True 1.5 4 1 1,50 1.501.50 1.501.50 True ['1', '50']
#CHECK-NEXT{LITERAL}:a        1.500   7 a       1.50
#CHECK-NEXT{LITERAL}:bb    1000.125   8 bb   1000.12
#CHECK-NEXT{LITERAL}:[   1.5     -2.25  1000.125] 1.5 999.4 [   1.5     -2.25  1000.125] 7    7 333.1250 [1.5, -2.25, 1000.125] 7
