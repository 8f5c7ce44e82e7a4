"""Writes loop.npz, with a scalar `a`, 10.0."""
import struct
import zipfile

header = "{'descr': '<f4', 'fortran_order': False, 'shape': (), }".ljust(117) + "\n"
with zipfile.ZipFile("loop.npz", "w") as z:
    z.writestr("a.npy", b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode() + struct.pack("<f", 10.0))
