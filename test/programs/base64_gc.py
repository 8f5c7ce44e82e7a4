"""base64 of bytes; gc."""
import base64
import gc
for s in (b"", b"a", b"ab", b"abc", b"hello world", bytes(range(250, 256))):
    e = base64.b64encode(s)
    print(e, base64.b64decode(e) == s, base64.urlsafe_b64encode(s), base64.b16encode(s), base64.b16decode(base64.b16encode(s)) == s)
print(base64.b64decode("aGVs\nbG8="), base64.b64decode(b"-_-_", altchars="-_"))
for bad in ("a", "ab", "ab=", "abcde==="):
    try:
        print(base64.b64decode(bad))
    except ValueError as e:
        print(e)
print(gc.collect() >= 0, gc.isenabled())
gc.disable()
print(gc.isenabled())
