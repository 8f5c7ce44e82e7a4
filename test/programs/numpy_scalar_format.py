"""An empty format of a NumPy scalar is the one of Python's number; str is NumPy's."""
# modes: interp O3
import numpy as np

x = np.array([0.1, 2.5, 1 / 3], np.float32)
print(f"{x[0]} {x.sum()}", "{}".format(x[2]), format(x[0]), str(x[0]), "%s" % x[0], x[0])
for v in x:
    print(f"v {v} {v!s} {v!r} {v:.2f}")
h, z = np.float16(0.1), np.complex64(0.1 + 2j)
print(f"{h} {z} {x} {np.int32(3)} {np.bool_(True)} {np.float64(0.1)} {np.array(0.1, np.float32)}")
with np.printoptions(precision=2):
    print(f"{x[2]} {np.float64(x[1])} {x}", x[2])
