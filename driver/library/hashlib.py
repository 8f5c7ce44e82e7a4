"""hashlib: SHA-1, SHA-256 (FIPS 180-4) and MD5 (RFC 1321) of bytes that are known while compiling."""

import math as _math

_PRIMES = [p for p in range(2, 312) if all(p % q for q in range(2, _math.isqrt(p) + 1))]


def _root_bits(p, degree):
    """The first 32 bits after the point of the square or cube root of p."""
    big = p << 32 * degree
    if degree == 2:
        return _math.isqrt(big) & 0xFFFFFFFF
    low, high = 0, 1 << 40
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**3 <= big else (low, middle)
    return low & 0xFFFFFFFF


def _left(x, n):
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


def _right(x, n):
    return _left(x, 32 - n)


class _Hash:
    """Bytes so far; the digest is made when it is asked for."""

    block_size = 64

    def __init__(self, data=b""):
        self._data = bytes(data)

    def update(self, data):
        self._data += bytes(data)

    def copy(self):
        return type(self)(self._data)

    def digest(self):
        n = len(self._data)
        padded = self._data + b"\x80" + b"\0" * ((55 - n) % 64) + (8 * n).to_bytes(8, self._order)
        state = list(self._start)
        for at in range(0, len(padded), 64):
            words = [int.from_bytes(padded[i:i + 4], self._order) for i in range(at, at + 64, 4)]
            state = [(a + b) & 0xFFFFFFFF for a, b in zip(state, self._block(state, words))]
        return b"".join([x.to_bytes(4, self._order) for x in state])

    def hexdigest(self):
        return self.digest().hex()


class _SHA1(_Hash):
    name, digest_size, _order = "sha1", 20, "big"
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)

    def _block(self, state, w):
        for t in range(16, 80):
            w.append(_left(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1))
        a, b, c, d, e = state
        for t in range(80):
            f, k = ((b & c | ~b & d, 0x5A827999), (b ^ c ^ d, 0x6ED9EBA1), (b & c | b & d | c & d, 0x8F1BBCDC),
                    (b ^ c ^ d, 0xCA62C1D6))[t // 20]
            a, b, c, d, e = (_left(a, 5) + (f & 0xFFFFFFFF) + e + k + w[t]) & 0xFFFFFFFF, a, _left(b, 30), c, d
        return a, b, c, d, e


class _SHA256(_Hash):
    name, digest_size, _order = "sha256", 32, "big"
    _start = tuple([_root_bits(p, 2) for p in _PRIMES[:8]])
    _k = [_root_bits(p, 3) for p in _PRIMES[:64]]

    def _block(self, state, w):
        for t in range(16, 64):
            s0 = _right(w[t - 15], 7) ^ _right(w[t - 15], 18) ^ w[t - 15] >> 3
            s1 = _right(w[t - 2], 17) ^ _right(w[t - 2], 19) ^ w[t - 2] >> 10
            w.append((w[t - 16] + s0 + w[t - 7] + s1) & 0xFFFFFFFF)
        a, b, c, d, e, f, g, h = state
        for t in range(64):
            s1 = _right(e, 6) ^ _right(e, 11) ^ _right(e, 25)
            t1 = h + s1 + (e & f ^ (~e & 0xFFFFFFFF) & g) + self._k[t] + w[t]
            t2 = (_right(a, 2) ^ _right(a, 13) ^ _right(a, 22)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = (t1 + t2) & 0xFFFFFFFF, a, b, c, (d + t1) & 0xFFFFFFFF, e, f, g
        return a, b, c, d, e, f, g, h


class _MD5(_Hash):
    name, digest_size, _order = "md5", 16, "little"
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
    _k = [int(abs(_math.sin(i + 1)) * 2**32) for i in range(64)]
    _turns = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))

    def _block(self, state, w):
        a, b, c, d = state
        for t in range(64):
            f, at = ((b & c | ~b & d, t), (d & b | ~d & c, 5 * t + 1), (b ^ c ^ d, 3 * t + 5),
                     (c ^ (b | ~d & 0xFFFFFFFF), 7 * t))[t // 16]
            turned = _left((a + (f & 0xFFFFFFFF) + self._k[t] + w[at % 16]) & 0xFFFFFFFF, self._turns[t // 16][t % 4])
            a, b, c, d = d, (b + turned) & 0xFFFFFFFF, b, c
        return a, b, c, d


def sha1(data=b"", *, usedforsecurity=True):
    return _SHA1(data)


def sha256(data=b"", *, usedforsecurity=True):
    return _SHA256(data)


def md5(data=b"", *, usedforsecurity=True):
    return _MD5(data)


def new(name, data=b"", **options):
    for kind in (_SHA1, _SHA256, _MD5):
        if kind.name == name.lower():
            return kind(data)
    raise ValueError(f"unsupported hash type {name}")
