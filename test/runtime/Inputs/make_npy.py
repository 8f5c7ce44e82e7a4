"""Writes good and bad .npy files into a folder: make_npy.py FOLDER. Needs no NumPy."""
import os
import struct
import sys

folder = sys.argv[1]


def write(name, header, data, version=1, magic=b"\x93NUMPY", length=None):
    prefix = 10 if version == 1 else 12
    if isinstance(header, str):
        header = header.encode()
        header += b" " * (-(prefix + len(header) + 1) % 64) + b"\n"
    size = struct.pack("<H" if version == 1 else "<I", len(header) if length is None else length)
    with open(os.path.join(folder, name + ".npy"), "wb") as f:
        f.write(magic + bytes([version, 0]) + size + header + data)


def header(descr="'<f4'", order="False", shape="(2, 3)"):
    return f"{{'descr': {descr}, 'fortran_order': {order}, 'shape': {shape}, }}"


six = struct.pack("<6f", *range(6))
write("a-good", header(), six)
write("b-big-endian", header("'>f4'"), struct.pack(">6f", *range(6)))
write("c-version3", '{"shape":(2,3),"descr":"<f4","fortran_order":False}', six, version=3)
write("d-magic", header(), six, magic=b"\x93NUMPi")
open(os.path.join(folder, "e-empty.npy"), "wb").close()
write("f-cut", header(), six[:20])
write("g-cut-header", b"{'descr'", b"", length=118)
write("h-shape", header(shape="(3, 2)"), six)
write("i-dtype", header("'<f8'"), struct.pack("<6d", *range(6)))
write("j-fortran", header(order="True"), six)
write("k-huge-header", header(), six, version=2, length=2**31)
write("l-object", header("'|O'"), six)
write("m-structured", header("[('x', '<f4')]"), six)
write("n-huge-shape", header(shape="(99999999999, 99999999999)"), six)
write("o-version9", header(), six, version=9)
write("p-garbage", "{'descr': '<f4', 'shape' (2, 3)}", six)
write("q-no-key", "{'descr': '<f4', 'shape': (2, 3)}", six)
