"""base64: bytes as texts of 64 characters (RFC 4648), while compiling."""

_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _bytes(s):
    return s.encode("ascii") if isinstance(s, str) else bytes(s)


def _alphabet(altchars):
    if altchars is None:
        return _STANDARD
    other = _bytes(altchars).decode("ascii")
    if len(other) != 2:
        raise AssertionError(repr(altchars))
    return _STANDARD[:62] + other


def b64encode(s, altchars=None):
    """The bytes s in base64, with = to a multiple of four."""
    data, alphabet, out = bytes(s), _alphabet(altchars), []
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = int.from_bytes(part + bytes(3 - len(part)), "big")
        text = "".join(alphabet[(n >> shift) & 63] for shift in (18, 12, 6, 0))
        out.append(text[:len(part) + 1] + "=" * (3 - len(part)))
    return "".join(out).encode("ascii")


def b64decode(s, altchars=None, validate=False):
    """The bytes that s, a text or bytes, stands for; characters of no meaning are left out unless validate."""
    alphabet = _alphabet(altchars)
    place = {c: i for i, c in enumerate(alphabet)}
    text = _bytes(s).decode("ascii")
    body = text.rstrip("=\n")
    if validate and any(c not in place for c in body):
        raise ValueError("Only base64 data is allowed")
    digits = [place[c] for c in body if c in place]
    if len(digits) % 4 == 1:
        raise ValueError("Invalid base64-encoded string: number of data characters "
                         f"({len(digits)}) cannot be 1 more than a multiple of 4")
    if len(digits) % 4 and len(text) - len(text.rstrip("=")) < 4 - len(digits) % 4:
        raise ValueError("Incorrect padding")
    out = []
    for i in range(0, len(digits), 4):
        part = digits[i:i + 4]
        n = 0
        for digit in part + [0] * (4 - len(part)):
            n = n << 6 | digit
        out += list(n.to_bytes(3, "big"))[:len(part) - 1]
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """b64encode with - and _ for + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    """b64decode with - and _ for + and /."""
    return b64decode(s, b"-_")


def b16encode(s):
    """The bytes s in hexadecimal capitals."""
    return bytes(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    """The bytes that hexadecimal capitals stand for; small letters too with casefold."""
    text = _bytes(s).decode("ascii")
    if not casefold and text != text.upper():
        raise ValueError("Non-base16 digit found")
    return bytes.fromhex(text)
