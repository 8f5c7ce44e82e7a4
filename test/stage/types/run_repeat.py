# Texts and sequences repeated by run-time ints.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax.numpy as jnp
x = jnp.array([0.1, 0.9, 0.5] * 5)
for v in x: print(f"{float(v):.1f} {'#' * int(v * 10)}|", "ab" * int(v * 3), [0] * 2)
n = int(x[1] * 10)
print("-" * n, n * "=", [1] * n, (0,) * n, f"{'*' * n:>12}|")

#CHECK{LITERAL}:0.1 #|  [0, 0]
#CHECK-NEXT{LITERAL}:0.9 #########| abab [0, 0]
#CHECK-NEXT{LITERAL}:0.5 #####| ab [0, 0]
#CHECK-NEXT{LITERAL}:0.1 #|  [0, 0]
#CHECK-NEXT{LITERAL}:0.9 #########| abab [0, 0]
#CHECK-NEXT{LITERAL}:0.5 #####| ab [0, 0]
#CHECK-NEXT{LITERAL}:0.1 #|  [0, 0]
#CHECK-NEXT{LITERAL}:0.9 #########| abab [0, 0]
#CHECK-NEXT{LITERAL}:0.5 #####| ab [0, 0]
#CHECK-NEXT{LITERAL}:0.1 #|  [0, 0]
#CHECK-NEXT{LITERAL}:0.9 #########| abab [0, 0]
#CHECK-NEXT{LITERAL}:0.5 #####| ab [0, 0]
#CHECK-NEXT{LITERAL}:0.1 #|  [0, 0]
#CHECK-NEXT{LITERAL}:0.9 #########| abab [0, 0]
#CHECK-NEXT{LITERAL}:0.5 #####| ab [0, 0]
#CHECK-NEXT{LITERAL}:--------- ========= [1, 1, 1, 1, 1, 1, 1, 1, 1] (0, 0, 0, 0, 0, 0, 0, 0, 0)    *********|
