"""Deques as NumPy and jax.numpy take them: windows of losses, a replay buffer in a training loop."""
# modes: interp O3
from collections import UserList, deque
from dataclasses import dataclass, field

import jax
import jax.numpy as jnp
import numpy as np

d, e = deque([1.0, 2.0, 3.0]), deque([jnp.ones(2), jnp.zeros(2)])
for f in (np.mean, np.sum, np.array, np.asarray, np.max, np.median, np.std, np.cumsum, jnp.array, jnp.stack):
    print(f.__name__, repr(f(e)), repr(f(d)) if f is not jnp.stack else "")
print(np.mean(range(4)), np.polyfit(range(3), d, 1).round(3) + 0.0, np.dot(d, d), np.array(UserList([1, 2])), np.percentile(d, 50))


@dataclass
class Replay:
    size: int
    rng: np.random.Generator = field(default_factory=lambda: np.random.default_rng(0))

    def __post_init__(self):
        self.items = deque(maxlen=self.size)

    def sample(self, n):
        chosen = self.rng.choice(len(self.items), n, replace=False)
        return [jnp.stack(z) for z in zip(*[self.items[i] for i in chosen])]


replay, losses = Replay(16), deque([0.0] * 3, maxlen=5)
s, q = jnp.array([0.1, 0.0]), jnp.zeros((2, 2))
for t in range(40):
    a = t % 3 % 2
    s2 = jnp.array([s[0] + 0.1 * s[1], s[1] + (0.2 if a else -0.2) - 0.1 * s[0]])
    replay.items.append((s, jnp.array(a), -jnp.sum(s2**2), s2))
    s = s2
    if len(replay.items) >= 8:
        xs, actions, rewards, nexts = replay.sample(4)

        def error(q):
            target = rewards + 0.9 * jax.lax.stop_gradient((nexts @ q).max(1))
            return jnp.mean((jnp.take_along_axis(xs @ q, actions[:, None], 1)[:, 0] - target) ** 2)

        value, g = jax.value_and_grad(error)(q)
        q = q - 0.1 * g
        losses.append(float(value))
    if t % 20 == 19:
        print(t, q.round(3), f"{np.mean(losses):.4f}", len(replay.items))
