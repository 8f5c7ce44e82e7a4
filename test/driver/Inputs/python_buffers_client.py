import sys
from array import array

sys.modules["numpy"] = None                  # an import of it fails
import kinds

ints = memoryview(array("i", range(4))).cast("B").cast("i", [2, 2])
result = kinds.kinds.buffers(array("H", [0x3C00, 0x4000]), bytes([0x80, 0x3F, 0, 0x40]), array("f", [1, 2, 3, 4]), 1 + 2j,
                             memoryview(bytearray([1, 0])).cast("?"), 7, ints)
for name, x in result.items():
    print(name, *((type(x).__name__, x.shape, x.tolist()) if isinstance(x, memoryview) else (x,)))
scaled, sums = kinds.scale.buffers(array("f", range(6)).tobytes(), 2.0)
print(kinds.half.buffers(1.5), scaled.tolist(), sums.tolist(), kinds.nothing.buffers(b"").tolist())

row = array("f", [1, 2, 3, 4])
print(kinds.scale.buffers(memoryview(row)[::2], 1)[0].tolist(), kinds.scale.buffers(memoryview(row).toreadonly()[::2], 1)[0].tolist())
column = memoryview(bytes(8)).cast("f", [2, 1])
for call in [lambda: kinds.scale.buffers(array("d", range(6)), 2.0), lambda: kinds.scale.buffers(bytes(7), 2.0),
             lambda: kinds.scale.buffers(column, 2.0), lambda: kinds.scale.buffers(bytes(8), 2j), lambda: kinds.scale.buffers(None, 2.0),
             lambda: kinds.kinds.buffers(bytes(4), bytes(4), bytes(16), 1, bytes(2), 300, bytes(16)), lambda: kinds.half(1.5)]:
    try:
        call()
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
