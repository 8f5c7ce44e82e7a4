import gzip
import struct
import zlib

import numpy as np
import jax.numpy as jnp


def read_idx(path):
    """An array of the format that MNIST has."""
    with gzip.open(path, "rb") as f:
        _, code, rank = struct.unpack(">HBB", f.read(4))
        shape = struct.unpack(f">{rank}I", f.read(4 * rank))
        return np.frombuffer(f.read(), {8: np.uint8, 9: np.int8}[code]).reshape(shape)


images = read_idx("images.gz")
print(images.shape, images.dtype, jnp.mean(images / 255.0))
with gzip.open("lines.gz", "rt") as f:
    print([line.split() for line in f])
print(gzip.decompress(open("two.gz", "rb").read()), zlib.decompress(open("z.bin", "rb").read()))
for path in "images.py", "cut.gz", "bad.gz", "gone.gz":
    try:
        gzip.open(path).read()
    except (OSError, EOFError) as e:
        print(type(e).__name__, str(e)[:60])
