"""custom_partitioning: rules as text."""
# modes: interp
import jax
from jax.experimental import multihost_utils
from jax.experimental.custom_partitioning import custom_partitioning


def refused(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


part = custom_partitioning(lambda a: a * 2)
part.def_partition(partition=lambda *a: None, sharding_rule="... i (j k), k -> ...1 k i", j=2)
print(str(part.sharding_rule).replace("\u2026", "..."))
for text in ("i", "i ->-> i", "i (j) -> i", "i ((j k)) -> i", "i j) -> i", "i ... -> i", "i 2j -> i", "i.j -> i"):
    refused(lambda text=text: part.def_partition(partition=None, sharding_rule=text))
refused(lambda: part.def_partition(partition=None, sharding_rule="i -> i", k=3))
refused(lambda: multihost_utils.live_devices(jax.devices()).__enter__())
