"""uuid: identifiers that are known while compiling; random ones are refused."""

import hashlib

RESERVED_NCS, RFC_4122 = "reserved for NCS compatibility", "specified in RFC 4122"


class UUID:
    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if [hex, bytes, int].count(None) != 2 or bytes_le is not None or fields is not None:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(hex) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            value = _int(hex, 16)
        elif bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            value = _int.from_bytes(bytes, "big")
        else:
            value = int
        if not 0 <= value < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            value = value & ~(0xC000 << 48) | 0x8000 << 48
            value = value & ~(0xF000 << 64) | version << 76
        self.int = value

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def version(self):
        return self.int >> 76 & 15

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    def __str__(self):
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self):
        return f"UUID({str(self)!r})"

    def __int__(self):
        return self.int

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)


_int = int


def _named(make, namespace, name, version):
    data = name if isinstance(name, bytes) else name.encode()
    return UUID(bytes=make(namespace.bytes + data).digest()[:16], version=version)


def uuid3(namespace, name):
    return _named(hashlib.md5, namespace, name, 3)


def uuid5(namespace, name):
    return _named(hashlib.sha1, namespace, name, 5)


def uuid4():
    raise NotImplementedError("uuid.uuid4: random identifiers differ in each run; uuid.uuid5(uuid.NAMESPACE_DNS, name) is known "
                              "while compiling")


uuid1 = uuid4
NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
