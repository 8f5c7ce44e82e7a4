"""uuid, html, shlex, errno; memoryview and __import__; slots of dataclasses, names of enumerations."""
# modes: interp
import errno
import html
import shlex
import sys
import uuid
from dataclasses import dataclass, field
from enum import Enum, IntEnum

print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.UUID(int=5).hex, uuid.UUID("12345678" * 4))
print(html.escape("<a href='x'>&</a>"), html.unescape("&lt;&#65;&amp;&eh;"), errno.ENOENT, errno.errorcode[13])
print(shlex.split("a 'b c' \"d\\\" e\" f\\ g"), shlex.quote("it's"), shlex.join(["x", "y z"]))

m = memoryview(b"abcdef")
print(m[1], m[1:3].tobytes(), len(m), bytes(m[::2]), m.nbytes, m.readonly, m == b"abcdef", m[-1:].tolist(), m.hex())
data = bytearray(b"1234")
with memoryview(data) as view:
    view[0], view[2:] = 65, b"ZZ"
print(data, data == b"A2ZZ")
for bad in (lambda: m.__setitem__(0, 1), lambda: m[9], lambda: memoryview(3), lambda: view[0]):
    try:
        bad()
    except (TypeError, IndexError, ValueError) as e:
        print(type(e).__name__, e)

print(__import__("math").sqrt(16), __import__("os.path").__name__, __import__("os.path", fromlist=["join"]).join("a", "b"))
print(__import__("math") is sys.modules["math"])


@dataclass(slots=True)
class Slotted:
    x: int
    y: list = field(default_factory=list)
    z: int = 3


s = Slotted(1)
print(s, Slotted.__slots__, s == Slotted(1), hasattr(s, "__dict__"))
try:
    s.w = 3
except AttributeError as e:
    print(str(e).split(" and ")[0])

Animal = Enum("Animal", {"CAT": 10, "DOG": 20})
print(list(Animal), Animal._member_names_, IntEnum("Small", "P Q").Q + 1)
