"""long_program.py ops|kernels N -- N lines of ops on three elements, or N kernels of which each has its own shape."""
import sys

kind, n = sys.argv[1], int(sys.argv[2])
print("import jax.numpy as jnp")
if kind == "ops":
    print("x = jnp.linspace(0.1, 0.3, 3)")
    steps = ["x = jnp.sin(x) * {a}.5 + {i}.25", "x = x - {i}.5", "x = jnp.tanh(x)"]
    for i in range(n):
        print(steps[i % 3].format(i=i, a=1 + i % 7))
    print("print(x)")
else:
    print("t = 0.0")
    for i in range(n):
        print(f"x = jnp.arange({100 + i}.0); t = t + (x * x).sum()")
    print("print(t)")
