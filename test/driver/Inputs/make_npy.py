"""make_npy.py FOLDER -- .npy files, one good and the others each wrong in one way."""
import os
import struct
import sys

folder = sys.argv[1]
data = struct.pack("<6f", *range(6))


def header(descr="'<f4'", order="False", shape="(2, 3)", pad=0):
    text = f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}" + " " * pad + "\n"
    return b"\x93NUMPY\x02\0" + struct.pack("<I", len(text)) + text.encode()


good = header() + data
files = {
    "good": good,
    "cut": good[:-4],
    "cut_header": good[:20],
    "empty": b"",
    "magic": b"X" + good[1:],
    "version": good[:6] + b"\x09\0" + good[8:],
    "order": header(order="True") + data,
    "shape": header(shape="(3, 2)") + data,
    "negative": header(shape="(-2, 3)") + data,
    "too_large": header(shape="(4611686018427387904, 4)") + data,
    "dtype": header(descr="'<i4'") + data,
    "object": header(descr="'|O'") + data,
    "record": header(descr="[('a', '<f4')]") + data,
    "long_header": header(pad=2000000) + data,
    "claims": b"\x93NUMPY\x02\0" + b"\xf0\xff\xff\xff" + b"{'descr'",
    "no_key": b"\x93NUMPY\x01\0" + struct.pack("<H", 20) + b"{'descr': '<f4', }" + b" \n" + data,
}
for name, content in files.items():
    with open(os.path.join(folder, name + ".npy"), "wb") as f:
        f.write(content)
