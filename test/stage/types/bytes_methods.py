# bytes: literals, indexing, methods, repr.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
b = b"hello world"
print(b, b[0], b[-1], b[1:4], b[::-1], len(b), list(b[:3]), b"a" + b"b", b"ab" * 2, b == b"hello world", b"a" < b"b")
print(b.find(b"o"), b.find(111), b.rfind(b"o"), b.count(b"l"), b.index(b"w"), b.startswith(b"he"), b.endswith((b"x", b"ld")), b"lo" in b, 104 in b)
print(b.split(), b.split(b"o"), b.split(None, 1), b.partition(b" "), b.replace(b"l", b"L", 2), b.upper(), b"ABC".lower(), b" x ".strip(), b"xxaxx".strip(b"x"))
print(b.hex(), bytes.fromhex("48 65 6c6C6f"), b"\x00\xff'\"".hex("-"), bytes([0, 65, 255]), bytes(3), bytes("é", "utf-8"), b",".join([b"a", b"b"]), bytes())
print(b"\n\t\\'", b'a"b', b"'", b"\"'", b"\x00\x7f\x80", b"abc".isalpha(), b"12".isdigit(), b"a\nb\r\nc".splitlines(), b"x".decode("ascii"))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff", "little", signed=True), (1000).to_bytes(2, "big"), (-1).to_bytes(3, "little", signed=True), hash(b"a") == hash(b"a"))
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: b"a" + "b")
err(lambda: b"abc"[5])
err(lambda: bytes([256]))
err(lambda: bytes([-1]))
err(lambda: (256).to_bytes(1, "big"))
err(lambda: (-1).to_bytes(1, "big"))
err(lambda: b"a".find("a"))
err(lambda: bytes.fromhex("4g"))
err(lambda: bytes(-1))

#CHECK{LITERAL}:b'hello world' 104 100 b'ell' b'dlrow olleh' 11 [104, 101, 108] b'ab' b'abab' True True
#CHECK-NEXT{LITERAL}:4 4 7 3 6 True True True True
#CHECK-NEXT{LITERAL}:[b'hello', b'world'] [b'hell', b' w', b'rld'] [b'hello', b'world'] (b'hello', b' ', b'world') b'heLLo world' b'HELLO WORLD' b'abc' b'x' b'a'
#CHECK-NEXT{LITERAL}:68656c6c6f20776f726c64 b'Hello' 00-ff-27-22 b'\x00A\xff' b'\x00\x00\x00' b'\xc3\xa9' b'a,b' b''
#CHECK-NEXT{LITERAL}:b"\n\t\\'" b'a"b' b"'" b'"\'' b'\x00\x7f\x80' True True [b'a', b'b', b'c'] x
#CHECK-NEXT{LITERAL}:256 -1 b'\x03\xe8' b'\xff\xff\xff' True
#CHECK-NEXT{LITERAL}:TypeError: can't concat str to bytes
#CHECK-NEXT{LITERAL}:IndexError: index out of range
#CHECK-NEXT{LITERAL}:ValueError: bytes must be in range(0, 256)
#CHECK-NEXT{LITERAL}:ValueError: bytes must be in range(0, 256)
#CHECK-NEXT{LITERAL}:OverflowError: int too big to convert
#CHECK-NEXT{LITERAL}:OverflowError: can't convert negative int to unsigned
#CHECK-NEXT{LITERAL}:TypeError: argument should be integer or bytes-like object, not 'str'
#CHECK-NEXT{LITERAL}:ValueError: non-hexadecimal number found in fromhex() arg at position 1
#CHECK-NEXT{LITERAL}:ValueError: negative count
