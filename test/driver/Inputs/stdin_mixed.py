import sys
import jax.numpy as jnp
name = input("name? ")
print("hello", name, len(name))
x = float(input())
print(jnp.sin(x))
total, n = 0.0, 0
best = ""
for line in sys.stdin:
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    if line == "end":
        break
    total += float(line)
    n += 1
    print(n, repr(line), total)
print(f"mean {total / n:.3f}")
print(repr(sys.stdin.readline()), repr(sys.stdin.read()), repr(sys.stdin.readline()))
