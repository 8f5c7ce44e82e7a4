"""binascii: bytes as digits, known while compiling."""

from zlib import crc32  # noqa: F401


class Error(ValueError):
    pass


def hexlify(data, sep=None):
    return bytes(data).hex().encode() if sep is None else bytes(data).hex(sep).encode()


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode()
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex, a2b_hex = hexlify, unhexlify
