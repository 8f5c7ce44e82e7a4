import sys
import pathlib
import numpy as np
import jax.numpy as jnp

n = float(sys.argv[1])
a = np.arange(6.0, dtype=np.float32).reshape(2, 3) * n
with open("raw.bin", "wb") as f:
    print(f.write(b"HEAD"), f.write(np.int32(7).tobytes()), f.write(a.T.tobytes()), f.write(a), len(a.tobytes()))
    a.astype(np.int16).tofile(f)
with open("raw.bin", "ab") as f:
    f.write(bytearray([1, 2]))
    f.write(memoryview(b"x") if False else b"")
np.asarray(jnp.ones(2, bool)).tofile("bools.bin")
pathlib.Path("p.bin").write_bytes(b"\x00\xff")
np.savez_compressed("c.npz", a=a, b=np.arange(2))
print(np.arange(3, dtype=np.uint8).tobytes(), np.arange(2, dtype=np.int16).tobytes().hex(), np.arange(3, dtype=np.uint8).tobytes()[1], np.arange(2, dtype=np.uint8).tobytes() + b"a")
b = open("bytes.bin", "rb").read()
print(np.frombuffer(b, "<u2")[:3], np.frombuffer(b, dtype=np.float64, count=1, offset=8), np.fromfile("bytes.bin", np.uint8)[:4], np.fromfile("bytes.bin", dtype=np.int32, count=2, offset=1))
print(np.fromfile("bytes.bin", np.int64).shape)
view = np.frombuffer(b, np.uint8).reshape(4, 16)
print(view[1:3, ::8], view.T.shape)
