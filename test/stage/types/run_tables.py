# Tables indexed by the counter of a rolled loop; padded choices; sums carried along.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
y = jnp.array(1.5)
names, sizes = ["alpha", "be", "gamma"], (10, 20, 30)
total = 0.0
for k in range(12):
    total = total + float(y)
    print(f"{names[k % 3]:<6}|{names[-1 - k % 3]:>6}", "xyz"[k % 3], sizes[k % 3] + k, [0.5, 2.5][k % 2], f"{total:>7.2f}|", names[k % 3] + "!")

#CHECK{LITERAL}:alpha | gamma x 10 0.5    1.50| alpha!
#CHECK-NEXT{LITERAL}:be    |    be y 21 2.5    3.00| be!
#CHECK-NEXT{LITERAL}:gamma | alpha z 32 0.5    4.50| gamma!
#CHECK-NEXT{LITERAL}:alpha | gamma x 13 2.5    6.00| alpha!
#CHECK-NEXT{LITERAL}:be    |    be y 24 0.5    7.50| be!
#CHECK-NEXT{LITERAL}:gamma | alpha z 35 2.5    9.00| gamma!
#CHECK-NEXT{LITERAL}:alpha | gamma x 16 0.5   10.50| alpha!
#CHECK-NEXT{LITERAL}:be    |    be y 27 2.5   12.00| be!
#CHECK-NEXT{LITERAL}:gamma | alpha z 38 0.5   13.50| gamma!
#CHECK-NEXT{LITERAL}:alpha | gamma x 19 2.5   15.00| alpha!
#CHECK-NEXT{LITERAL}:be    |    be y 30 0.5   16.50| be!
#CHECK-NEXT{LITERAL}:gamma | alpha z 41 2.5   18.00| gamma!
