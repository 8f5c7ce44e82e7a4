from . import ring_b

value = ring_b.value + 1
