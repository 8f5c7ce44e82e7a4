# The program's own modules and packages: relative imports, __init__, names of modules, caching.
# modes: interp O0
import jax.numpy as jnp

import Inputs.settings as settings
from Inputs import net
from Inputs.net import VERSION, layers, parts
from Inputs.net.layers import dense as make
from Inputs.net.parts.deep import where, climb
import Inputs.net.parts.deep

print(__name__, settings.__name__, net.__name__, layers.__name__, where())
print(VERSION, net.layers is layers, parts.deep is Inputs.net.parts.deep, net.__package__, layers.__package__, settings.__package__)
print(make(jnp.arange(3.0), 2.0), climb(), net.public)
settings.counter += 1
from Inputs.settings import counter
import Inputs.settings
print(counter, Inputs.settings is settings, settings.loads)
print(__file__.rsplit("/", 1)[-1], settings.__file__.rsplit("/", 2)[-2:], net.__file__.rsplit("/", 2)[-2:])
try:
    from Inputs.net import missing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import Inputs.absent
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import Inputs.broken
except ZeroDivisionError as e:
    print("while importing:", e)


def late():
    from .net import layers
    return layers


try:
    late()
except ImportError as e:
    print(e)
from Inputs.star import *
print(shown, also, "_hidden" in globals(), "left_out" in globals())
import Inputs.ring_a
print(Inputs.ring_a.value, Inputs.ring_b.value)
if __name__ == "__main__":
    print("done")
