"""Exceptions raised under run-time conditions and caught in the same function; recorded from jax 0.10.2."""
# modes: interp O3
import jax
import jax.numpy as jnp


def f(x):
    try:
        if x > 3:
            raise ValueError("big")
        y = x + 1
    except ValueError as e:
        print("caught", e)
        y = x * 10
    return y


print(f(jnp.float32(5)), f(jnp.float32(1)))

total = jnp.float32(0)
skipped = 0
for i in range(12):
    v = jnp.sin(total + i) * 4
    try:
        if v < -1:
            raise ArithmeticError(f"negative at {i}")
        if v > 3.9:
            break
        total += jnp.sqrt(v + 1)
    except ArithmeticError as e:
        skipped += 1
        print(e)
        continue
    else:
        total += 0.5
    finally:
        total += 0.25
    print(i, total)
print(total, skipped, i)


def g(x):
    try:
        if x > 3:
            raise KeyError("k")
        if x > 2:
            return "two"
        try:
            if x > 1:
                raise TypeError("one")
        except ValueError:
            return "never"
        return "small"
    except KeyError as e:
        return f"key {e}"
    except Exception as e:
        return f"other {e}"


for v in (0.0, 1.5, 2.5, 3.5):
    print(g(jnp.float32(v)))

for x in (jnp.float32(5), jnp.float32(1)):
    d = {"a": x, "b": x + 1}
    if x > 3:
        d["a"] = x * 2
        b = d.pop("b")
        d["b"] = b + 1
    else:
        d["a"] = x * 3
        d["b"] = x * 4
    print(d)
    e = {"a": 1, "b": x}
    if x > 3:
        del e["b"]
        e["b"] = x * 7
    print(e)
    z = {}
    if x > 3:
        y = 1
        del y
        z["q"] = 2
    print(sorted(z))
