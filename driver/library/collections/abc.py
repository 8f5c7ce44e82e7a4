"""collections.abc: what containers promise, for hints and isinstance."""

from abc import ABCMeta
from types import BuiltinFunctionType, FunctionType, MethodType


def _method(cls, name):
    """A method of a class, not of the class's own class."""
    return next((base.__dict__[name] for base in cls.__mro__ if name in base.__dict__), None)


class _Abstract(metaclass=ABCMeta):
    """Anything is an instance that has the class's _methods, or whose class is one of _known."""

    _methods, _known = (), ()

    @classmethod
    def __subclasshook__(cls, sub):
        methods = cls.__dict__.get("_methods", ())
        return NotImplemented if not methods else all(_method(sub, m) is not None for m in methods)

    @classmethod
    def __class_getitem__(cls, params):
        return cls


class Hashable(_Abstract):
    _methods = ("__hash__",)


class Iterable(_Abstract):
    _methods = ("__iter__",)


class Iterator(Iterable):
    _methods = ("__iter__", "__next__")

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ("__iter__", "__next__", "send", "throw", "close")


class Reversible(Iterable):
    _methods = ("__reversed__", "__iter__")


class Sized(_Abstract):
    _methods = ("__len__",)


class Container(_Abstract):
    _methods = ("__contains__",)


class Callable(_Abstract):
    _methods = ("__call__",)
    _known = (FunctionType, BuiltinFunctionType, MethodType, type)


class Collection(Sized, Iterable, Container):
    _methods = ("__len__", "__iter__", "__contains__")


class Sequence(Reversible, Collection):
    _methods, _known = (), (tuple, list, str, range, bytes)

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value):
        for i, v in enumerate(self):
            if v is value or v == value:
                return i
        raise ValueError

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)


class MutableSequence(Sequence):
    _methods, _known = (), (list,)

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for v in values:
            self.append(v)


class Set(Collection):
    _methods, _known = (), (set, frozenset, type({}.keys()), type({}.items()))


class MutableSet(Set):
    _methods, _known = (), (set,)


class Mapping(Collection):
    _methods, _known = (), (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)

    def values(self):
        return ValuesView(self)

    def items(self):
        return ItemsView(self)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())


class MutableMapping(Mapping):
    _methods, _known = (), (dict,)

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), /, **kwargs):
        for k, v in other.items() if hasattr(other, "items") else other:
            self[k] = v
        for k, v in kwargs.items():
            self[k] = v


class Awaitable(_Abstract):
    _methods = ("__await__",)


class Coroutine(Awaitable):
    _methods = ("__await__", "send", "throw", "close")


class MappingView(Sized):
    """What keys(), values() and items() of a mapping give."""

    _methods, _known = (), (type({}.keys()), type({}.items()), type({}.values()))

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"


class KeysView(MappingView, Set):
    _methods, _known = (), (type({}.keys()),)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    _methods, _known = (), (type({}.items()),)

    def __contains__(self, item):
        return item[0] in self._mapping and self._mapping[item[0]] == item[1]

    def __iter__(self):
        return iter([(k, self._mapping[k]) for k in self._mapping])


class ValuesView(MappingView, Collection):
    _methods, _known = (), (type({}.values()),)

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __iter__(self):
        return iter([self._mapping[k] for k in self._mapping])
