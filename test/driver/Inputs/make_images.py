"""Writes PNGs with every filter, palettes and the like, without libraries; damaged ones with the argument `damage`."""
import struct
import sys
import zlib


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def filtered(width, height, depth, pixels):
    raw, row, above = b"", width * depth, bytes(width * depth)
    for y in range(height if width else 0):
        line, kind = pixels[y * row:(y + 1) * row], y % 5
        raw += bytes([kind])
        for i, x in enumerate(line):
            a, b, c = (line[i - depth], above[i], above[i - depth]) if i >= depth else (0, above[i], 0)
            p = a + b - c
            near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            raw += bytes([(x - (0, a, b, (a + b) // 2, near)[kind]) & 255])
        above = line
    return raw


def part_of(width, height, depth, pixels, x, y, dx, dy):
    """One of the pictures of an interlaced one."""
    rows, columns = range(y, height, dy), range(x, width, dx)
    part = b"".join(pixels[(j * width + i) * depth:(j * width + i + 1) * depth] for j in rows for i in columns)
    return filtered(len(columns), len(rows), depth, part)


def png(path, width, height, colour, depth, pixels, parts=1, bits=8, interlace=0):
    if interlace:
        raw = b"".join(part_of(width, height, depth, pixels, *p) for p in ADAM7)
    else:
        raw = filtered(width, height, depth, pixels)
    packed = zlib.compress(raw)
    cut = [packed[i * len(packed) // parts:(i + 1) * len(packed) // parts] for i in range(parts)]
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, interlace)
    palette = chunk(b"PLTE", bytes(range(30))) if colour == 3 else b""
    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + palette + b"".join(chunk(b"IDAT", c) for c in cut) + chunk(b"IEND", b""))


def bytes_of(n, step):
    return bytes(i * step * step // 7 & 255 for i in range(n))


if sys.argv[1:]:
    good = open("rgb.png", "rb").read()
    for name, data in {"cut": good[:60], "head": good[:20], "data": good[:50] + bytes(20) + good[70:], "zero": good[:16] + bytes(8) + good[24:]}.items():
        open(name + ".png", "wb").write(data)
    open("short.pgm", "wb").write(b"P5\n4 4\n255\n1234")
    open("giant.pgm", "wb").write(b"P5\n16000000 16000000\n255\n1234")
    open("deep.pgm", "wb").write(b"P5\n1 1\n65535\n12")
    png("interlaced.png", 9, 9, 0, 1, bytes(4))
    kept = open("interlaced.png", "rb").read()
    open("interlaced.png", "wb").write(kept[:28] + bytes([2]) + kept[29:])
    png("bits.png", 2, 2, 0, 1, bytes(4), bits=16)
else:
    png("gray.png", 13, 11, 0, 1, bytes_of(143, 5))
    png("rgb.png", 13, 11, 2, 3, bytes_of(429, 3), parts=3)
    png("rgba.png", 5, 6, 6, 4, bytes_of(120, 9))
    png("la.png", 5, 6, 4, 2, bytes_of(60, 11))
    png("adam7.png", 13, 11, 2, 3, bytes_of(429, 3), parts=2, interlace=1)
    png("small7.png", 2, 3, 0, 1, bytes_of(6, 40), interlace=1)
    open("a.pgm", "wb").write(b"P5\n# a comment\n4 3 255\n" + bytes_of(12, 50))
    open("a.ppm", "wb").write(b"P6 4 3\n255\n" + bytes_of(36, 20))
