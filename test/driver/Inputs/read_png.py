"""Reads the images that data_image.py wrote, with zlib alone."""
import struct
import zlib


def read(path):
    data, at, packed = open(path, "rb").read(), 8, b""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    while at < len(data):
        n, name = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + n]
        assert zlib.crc32(name + body) == struct.unpack(">I", data[at + 8 + n:at + 12 + n])[0]
        if name == b"IHDR":
            width, height, bits, color = struct.unpack(">IIBB", body[:10])
        packed += body if name == b"IDAT" else b""
        at += 12 + n
    depth = {0: 1, 2: 3, 6: 4}[color]
    raw, row, above, out = zlib.decompress(packed), width * depth, bytes(width * depth), b""
    for i in range(height):
        line = raw[i * (row + 1):(i + 1) * (row + 1)]
        above = bytes((x + (a if line[0] == 2 else 0)) & 255 for x, a in zip(line[1:], above, strict=True))
        out += above
    return height, width, depth, out


WANT = {"gray.png": bytes(range(200)), "color.png": bytes(i * 7 & 255 for i in range(36)), "clear.png": bytes([200] * 16)}
for name, want in WANT.items():
    height, width, depth, pixels = read(name)
    print(name, (height, width), depth, "same" if pixels == want else "differs")
for name, want in (("gray.pgm", "gray.png"), ("color.ppm", "color.png")):
    data = open(name, "rb").read()
    n = len(WANT[want])
    assert data[-n:] == WANT[want]
    print(data[:-n], n)
