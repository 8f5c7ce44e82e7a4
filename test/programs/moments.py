# Statistics by hand and by jax.numpy, derivatives of both, classes with state, exceptions, sorting of results.
# jax: 0.10.2
import math

import jax
import jax.numpy as jnp
import numpy as np


class Running:
    """Welford's mean and variance, one value at a time."""

    def __init__(self):
        self.n, self.mean, self.m2 = 0, 0.0, 0.0

    def push(self, x):
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)

    @property
    def std(self):
        return math.sqrt(self.m2 / self.n)


data = jax.random.normal(jax.random.key(11), (40,)) * 2.0 + 1.0
running = Running()
for i in range(data.shape[0]):
    running.push(float(data[i]))
print(f"{running.n} values, mean {running.mean:.4f}, std {running.std:.4f}")
print(f"mean {data.mean():.4f}, std {data.std():.4f}, median {jnp.median(data):.4f}")
print("quartiles", jnp.quantile(data, jnp.array([0.25, 0.75])).round(3))

skew = lambda x: jnp.mean(((x - x.mean()) / x.std()) ** 3)
value, slope = jax.value_and_grad(skew)(data)
print(f"skewness {value:.4f}, its gradient sums to {abs(slope.sum()):.3f}, largest at {jnp.argmax(slope)}")
counts, edges = jnp.histogram(data, bins=5)
print(counts, edges.round(2))
for name, bad in (("shape", lambda: data + jnp.ones(3)), ("type", lambda: jnp.sum("text"))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(name, "->", type(error).__name__)
order = np.argsort(np.array([3.0, 1.0, 2.0]))
print(order, sorted({"b": 2, "a": 1}.items()), np.linspace(0, 1, 3))
