import struct

print(struct.calcsize("<IhB"), struct.calcsize("bi"), struct.calcsize("=bi"), struct.calcsize("3s2xq"), struct.calcsize("@lQn"))
data = struct.pack(">IhB?4sfd", 2051, -2, 255, True, b"ab", 0.5, -1.25)
print(data, struct.unpack(">IhB?4sfd", data))
print(struct.unpack("<2Ie", struct.pack("<2Ie", 1, 2**32 - 1, 1.5)))
print(struct.unpack_from("<H", b"\1\2\3\4", 2), list(struct.iter_unpack("<bB", b"\xff\xff\1\2")))
s = struct.Struct("<ci")
print(s.size, s.unpack(s.pack(b"x", -7)))
for f in [lambda: struct.unpack("<I", b"abc"), lambda: struct.pack("<2I", 1), lambda: struct.unpack_from("<I", b"abcde", 3), lambda: struct.calcsize("<y")]:
    try:
        f()
    except struct.error as e:
        print("error:", e)
import zlib
print(hex(zlib.crc32(b"123456789")), zlib.crc32(b"6789", zlib.crc32(b"12345")), zlib.adler32(b"Wikipedia"))
import binascii
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"abc"))
