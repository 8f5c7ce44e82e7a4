# What packages in pure Python ask of the standard library beside arrays.
import abc
import atexit
import collections.abc
import dataclasses
import hashlib
import importlib
import importlib.util
import inspect
import io
import keyword
import sys
import threading
import typing
import weakref
from datetime import datetime, timedelta, timezone
from importlib.metadata import PackageNotFoundError, version
from typing import Callable, Generic, Hashable, Protocol, Sequence, TypeVar

# atexit
atexit.register(print, "first", "out", sep="-")


@atexit.register
def last_in():
    print("last in")


def never():
    print("never")


atexit.register(never)
atexit.unregister(never)

# threading
lock, state = threading.RLock(), threading.local()
with lock, lock:
    state.depth = 2
plain = threading.Lock()
print(state.depth, plain.acquire(), plain.locked(), plain.acquire(blocking=False), hasattr(state, "width"))
plain.release()
try:
    plain.release()
except RuntimeError as e:
    print(e)
print(threading.current_thread().name, threading.current_thread() is threading.main_thread())

# keyword, hashlib
print([w for w in "a if match lambda self".split() if keyword.iskeyword(w)], keyword.issoftkeyword("match"))
for t in (b"", b"abc", b"x" * 200, "grüße".encode()):
    print(hashlib.sha1(t).hexdigest(), hashlib.sha256(t).hexdigest(), hashlib.md5(t).hexdigest())
h = hashlib.sha256()
h.update(b"a")
h.update(b"bc")
print(h.digest()[:5], hashlib.new("sha1", b"abc").hexdigest(), h.name, h.digest_size)

# importlib, sys.modules
m = importlib.import_module("collections.abc")
print(m.__name__, m is collections.abc, importlib.import_module(".abc", "collections") is m)
print(importlib.util.find_spec("json") is not None, importlib.util.find_spec("nothing_there"))
try:
    version("nothing_there")
except PackageNotFoundError as e:
    print(e, isinstance(e, ModuleNotFoundError))
print(sys.modules["keyword"] is keyword, "json" in sys.modules, sys.modules[__name__].lock is lock)

# io.BytesIO
b = io.BytesIO(b"one\ntwo")
print(b.read(2), b.readline(), b.read(), b.read(), b.seek(0), b.readlines())
b = io.BytesIO()
b.write(b"ab")
b.write(bytes([1, 2]))
print(b.getvalue(), b.tell())
try:
    b.write("text")
except TypeError as e:
    print(e)

# inspect
def f(a, b: int = 2, *c, d, e=5, **g) -> str:
    pass


print(inspect.getfullargspec(f))
print(inspect.signature(f).bind(1, [2], d=3).args)

# property and its subclasses
class classproperty(property):
    def __get__(self, owner_self, owner_cls):
        return self.fget(owner_cls)


class Noted(property):
    def __init__(self, fget=None, doc=None, note=None):
        self.note = note
        property.__init__(self, fget=fget, doc=doc)

    def __get__(self, obj, type=None):
        return self.note if obj is None else property.__get__(self, obj, type)


class C:
    @classproperty
    def name(cls):
        return cls.__name__

    five = Noted(lambda self: 5, note=7)
    six = property(fget=lambda self: 6)


print(C.name, C().name, C.five, C().five, C().six)

# typing
T = TypeVar("T")


class Base(Generic[T]):
    pass


class Derived(Generic[T], Base[T]):
    pass


class Key(Hashable, Protocol):
    pass


print([c.__name__ for c in Derived.__mro__], issubclass(Derived, Base))
print([isinstance(x, Callable) for x in (0.0, len, f, C)], isinstance([1], Sequence), isinstance([], Hashable))
print([isinstance(x, collections.abc.Callable) for x in (0.0, len, f, C)], typing.ForwardRef is not None)

# time zones
e = datetime(2020, 1, 2, 3, 4, tzinfo=timezone.utc)
z = timezone(timedelta(hours=-5, minutes=-30), "X")
print(e, repr(e), e.isoformat(), e.astimezone(z), repr(z), z, timezone.utc, repr(timezone.utc))
print(timezone(timedelta(hours=2)), datetime.fromisoformat("2020-01-02T03:04:05+02:00"))
print(e - datetime(2020, 1, 1, tzinfo=z), e + timedelta(days=1), e.utcoffset(), datetime(2020, 1, 1).utcoffset())
try:
    e - datetime(2020, 1, 1)
except TypeError as x:
    print(x)
print(e == e.astimezone(z), e < e.astimezone(z), e.replace(hour=7))


# abstract classes: registration, subclass hooks, metaclasses of one's own, views
class Meta(abc.ABCMeta):
    pass


class N(Hashable, metaclass=Meta):
    def __hash__(self):
        return 1


class Q(N, collections.abc.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return [10, 20][i]


class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, C):
        return True if hasattr(C, "go") else NotImplemented


class Goes:
    def go(self):
        pass


class Frozen(collections.abc.Mapping):
    def __init__(self, d):
        self.d = d

    def __getitem__(self, k):
        return self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


q, d = Q(), Frozen({"a": 1, "b": 2})
print(list(q), 10 in q, isinstance(q, Sequence), issubclass(Q, Hashable), isinstance(3, N), q.index(20))
print(isinstance(Goes(), Hook), isinstance(3, Hook), issubclass(Goes, Hook))
print(list(d.keys()), list(d.values()), list(d.items()), ("b", 2) in d.items(), 3 in d.values(), len(d.keys()))
print([isinstance({}.keys(), c) for c in (collections.abc.KeysView, collections.abc.MappingView, collections.abc.Set)])


# dataclasses: __init__ assigns, and keeps the fields that there were when it was made
@dataclasses.dataclass
class Loud:
    n: int
    m: int = 2

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)


first = Loud.__dataclass_fields__
Loud.__dataclass_fields__ = dict(first)
del first["m"]
print(Loud(1).m, weakref.ref(q)() is q, [f.name for f in dataclasses.fields(Loud)])
sys.exit(0)
