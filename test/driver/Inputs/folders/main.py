import functools
import beside_too
import plain
from spaced.inner import one

print(hasattr(functools, "partial"), one.name, plain.name, beside_too.name)
print((one.__name__, one.__package__))
