"""pprint of containers with arrays: where a line is broken hangs on their texts."""
from pprint import pprint, pformat
import jax, jax.numpy as jnp, numpy as np, dataclasses
pprint({"weights": jnp.ones((2, 3)), "b": [1]}, width=60)
params = {"weights": jnp.ones((2, 3)), "biases": [jnp.zeros(2) for _ in range(3)], "name": "net" * 20, "nested": {"x": 1, "y": {"z": list(range(30))}}}
pprint(params, width=60)
pprint(params)
pprint([jnp.arange(3), np.arange(3.0), float(jnp.sum(jnp.ones(3))), (jnp.float32(2),)])
pprint(jnp.eye(3)); print(pformat({"a": {"loss": [float(x) for x in jnp.linspace(0, 1, 12)]}}))
pprint({"m": {k: jnp.ones(4) * i for i, k in enumerate("abc")}, "t": (jnp.ones(1),)}, width=40)
@dataclasses.dataclass
class C:
    w: object
    n: int = 3
    s: str = "x" * 50
pprint(C(jnp.ones(3))); pprint({"c": C(None)}, width=30); pprint([1, [2, [3, [4]]]], depth=2); pprint(list(range(40)), compact=True, width=50); pprint({"b": 1, "a": {3, 1}}, sort_dicts=False); pprint("word " * 30); pprint({}); pprint([]); pprint(("one",) * 30)
