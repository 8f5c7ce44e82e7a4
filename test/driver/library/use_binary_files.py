"""Files of bytes written piece by piece and read again: arrays, objects, raw elements, bytes."""
# modes: interp O3
import os
import pickle
import tempfile
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np


class Point(NamedTuple):
    a: int
    b: float


class Holder:
    def __init__(self, v):
        self.v = v


folder = tempfile.TemporaryDirectory()
name = os.path.join(folder.name, "x.bin")
state = {"w": jnp.arange(3.0) / 3, "n": np.ones((2, 2), np.int8), "big": 2**70, "cfg": ("adam", None, True, [1, b"x"], {1}),
         "loss": float(jnp.sum(jnp.ones(3)) / 7), "p": Point(1, 2.5), "o": Holder("é"), "t": bool(jnp.array(1) > 0)}
with open(name, "wb") as f:
    pickle.dump(state, f)
    pickle.dump([1, 2], f, protocol=pickle.HIGHEST_PROTOCOL)
with open(name, "rb") as f:
    back = pickle.load(f)
    print(pickle.load(f))
    try:
        pickle.load(f)
    except EOFError as e:
        print(e)
print(back["w"], back["n"], back["big"], back["cfg"], f"{back['loss']:.5f}", back["p"], back["o"].v, back["t"])

with open(name, "wb") as f:
    np.save(f, np.arange(3))
    np.save(f, jnp.ones((2, 2)))
with open(name, "ab") as f:
    np.save(f, np.array(5.0))
print(os.path.getsize(name), np.load(name))
with open(name, "rb") as f:
    while True:
        try:
            print(np.load(f))
        except EOFError as e:
            print(e)
            break

np.asarray(jnp.arange(4.0) * 0.5).tofile(name)
print(np.fromfile(name, np.float32), os.path.getsize(name), np.fromfile(name, np.int32, 2), np.fromfile(name, np.float32, offset=4))
with open(name, "rb") as f:
    print(np.fromfile(f, np.float32, 3), np.fromfile(f, np.float32), np.fromfile(f, np.float32))
with open(name, "wb") as f:
    print(f.write(b"abc"), f.write(np.array([1], np.int16).tobytes()), f.write(b"\x00"))
with open(name, "rb") as f:
    print(f.read(3), np.frombuffer(f.read(2), np.int16), f.read(), f.read())
with open(name, "wb") as f:
    f.write(pickle.dumps({"a": 1}))
print(pickle.loads(open(name, "rb").read()))

w = jnp.zeros(2)
for i in range(40):
    w = w + 0.1 * jnp.sin(i)
    if i % 10 == 9:
        with open(name, "wb") as f:
            pickle.dump({"w": w, "i": i}, f)
with open(name, "rb") as f:
    print(pickle.load(f))
