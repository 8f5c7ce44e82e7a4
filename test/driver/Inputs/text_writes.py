import sys
from pathlib import Path

import jax
import jax.numpy as jnp

n = int(sys.argv[1])
x = jnp.arange(3.0) * n
with open("log.csv", "w") as f:
    f.write("step,loss\n")
    loss, step = jnp.sum(x**2), 0
    while loss > 1:
        f.write(f"{step},{loss:.3f}\n")
        loss, step = loss / 4, step + 1
    print("end", step, x, sep=";", file=f)
with open("log.csv", "a") as f:
    f.writelines([f"{k * n}\n" for k in range(3)])
    print(f.write("thré\n"), f.closed)
Path("note.txt").write_text(f"n is {n}")
print(f.closed, "steps", step)
try:
    f.write("more")
except ValueError as e:
    print(e)
open("fresh.txt", "x").write("new")
