# Branches on run-time conditions: what each way leaves is merged.
import jax
import jax.numpy as jnp


def size(v):
    if v > 10:
        return "large"
    elif v > 5:
        return "medium"
    return "small"


for v in [20.0, 7.0, 1.0]:
    print(size(jnp.array(v)))


def clip(v, low=0.0, high=1.0):
    if v < low:
        return low
    if v > high:
        return high
    return v


print(clip(jnp.array(-3.0)), clip(jnp.array(0.25)), clip(jnp.array(7.0)))

a = jnp.array(2)
x, n, name = jnp.zeros(2), 0, "none"
if a == 2:
    x = x + 1
    n += 3
    name = "two"
else:
    x = x - 1
print(x, n, name, f"[{name}] {n:4d}")
state = {"step": 0, "w": jnp.ones(2), "log": (1, 2.5)}
if a > 1:
    state["step"] += 1
    state["w"] = state["w"] * 2
    state["log"] = (2, 3.5)
print(state)


class Model:
    def __init__(self):
        self.k = 1
        self.w = jnp.zeros(2)

    def update(self, good):
        if good:
            self.k *= 2
            self.w = self.w + 1
        return self


m = Model().update(a > 1).update(a > 5)
print(m.k, m.w)
values = [1, 2, 3]
if a > 1:
    values[0] = 10
print(values, sum(values))
print(a > 1 and a < 5, a > 5 or a == 2, not a > 1, 1 < a < 3, "yes" if a == 2 else "no")
print([("odd" if int(a) % 2 else "even") for a in jnp.arange(3)])
if a > 1:
    print("inside", a)
    if a > 10:
        print("deep")
    else:
        print("shallow")
y = 3.0 if a > 100 else jnp.array([4.0])[0]
print(y)
flag = a > 1
if flag and not (a > 3):
    print("both")
while a < 100:
    a = a * 3
print(a)
for i in range(3):
    if a > 10:
        a = a - 100
        continue
    if a < -50:
        break
    a = a + 1
print(a)
try:
    if a > 0:
        raise ValueError("positive")
    print("not positive")
except ValueError as e:
    print("caught", e)
