"""pictures.py FOLDER -- the size that the head of each PNG file of a folder says, and whether its parts are whole."""
import pathlib
import struct
import sys
import zlib

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.png")):
    data, at, parts, whole = path.read_bytes(), 8, [], True
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        end = at + 8 + size
        whole &= struct.unpack(">I", data[end:end + 4])[0] == zlib.crc32(data[at + 4:end])
        parts.append(kind)
        at = end + 4
    whole &= data[:8] == b"\x89PNG\r\n\x1a\n" and parts[0] == b"IHDR" and parts[-1] == b"IEND"
    print(path.name, struct.unpack(">II", data[16:24]), "whole" if whole else "broken")
