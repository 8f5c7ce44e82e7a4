"""zlib: compressed bytes and checksums of bytes that are known while compiling."""

from _cjax.files import inflate as _inflate

MAX_WBITS = 15


class error(Exception):
    pass


def decompress(data, /, wbits=MAX_WBITS, bufsize=16384):
    out = _inflate(bytes(data), wbits)
    if isinstance(out, str):
        raise error(f"Error -3 while decompressing data: {out}")
    return out


_table = []


def crc32(data, value=0, /):
    if not _table:
        for c in range(256):
            for _ in range(8):
                c = c >> 1 ^ 0xEDB88320 if c & 1 else c >> 1
            _table.append(c)
    c = value ^ 0xFFFFFFFF
    for b in bytes(data):
        c = _table[(c ^ b) & 255] ^ c >> 8
    return c ^ 0xFFFFFFFF


def adler32(data, value=1, /):
    a, b = value & 0xFFFF, value >> 16
    for byte in bytes(data):
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
