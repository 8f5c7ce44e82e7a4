# Texts that a run-time condition decides: printed, kept from one iteration to the next.
import jax.numpy as jnp
x = jnp.array(1.0)
status = "ok"
for i in range(20):
    x = x * 1.1
    if x > 3:
        status = f"big at {i}"
print(status, x)
for i in range(10):
    if x > 10:
        status = "up"
    elif x > 8:
        status = f"flat {x:.2f}"
    else:
        status = "down"
    x = x * 1.05
    print(i, status)
print(f"[{status}]")
word = "small"
while x > 1:
    x = x / 2
    word = "large" if x > 3 else word
print(word)
def describe(v):
    if v > 3:
        return f"{v:.1f} is large"
    return "nothing"
print(describe(x), describe(x * 10))
line = ""
for i in range(12):
    line = "*" if x * i > 3 else "."
    print(line, end="")
print()
print([status, word], repr(status))
