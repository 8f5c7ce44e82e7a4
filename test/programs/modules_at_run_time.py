# Modules on numbers that only the executable knows: json, logging, io, random, warnings.
# jax: 0.10.2
import io
import json
import logging
import random
import sys
import warnings

import jax.numpy as jnp

x = jnp.arange(4.0)
loss = float(x[1]) / 3
print(json.dumps({"loss": loss, "step": int(x[2]), "ok": bool(x[1] > 0), "name": "r"}))
logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")
logging.info("loss %.4f at %d", loss, int(x[3]))
buf = io.StringIO()
print("a", loss, file=buf)
print(buf.getvalue().strip(), len(buf.getvalue()))
random.seed(3)
total = 0.0
for i in range(20):
    total += random.random() * float(x[1])
print(total)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    y = jnp.arange(3, dtype=jnp.float64)
print(len(caught), caught[0].category.__name__)
best = "none"
for i in range(10):
    if float(x[i % 4]) > 2:
        best = f"step {i}"
print(best, best.upper())
