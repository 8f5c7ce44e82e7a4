"""typing: hints, which change nothing about what runs."""

import collections
import collections.abc
from abc import ABC, ABCMeta, abstractmethod


class _Form:
    """A hint such as Any or Union; subscription gives another one."""

    def __init__(self, name, args=None):
        self._name, self.__args__ = name, args or ()

    def __getitem__(self, args):
        return _Form(self._name, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        if self._name in _CONCRETE:
            return _CONCRETE[self._name](*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated")

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

    def __eq__(self, other):
        return isinstance(other, _Form) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, len(self.__args__)))

    def __mro_entries__(self, bases):
        base = _CONCRETE.get(self._name)
        return () if base is None else (base,)

    def _class(self, check):
        cls = _CONCRETE.get(self._name) or getattr(collections.abc, self._name, None)
        if self.__args__ or cls is None:
            raise TypeError(f"{check}() argument 2 cannot be a parameterized generic" if self.__args__ else
                            f"{self!r} cannot be used with {check}()")
        return cls

    def __instancecheck__(self, obj):
        return isinstance(obj, self._class("isinstance"))

    def __subclasscheck__(self, cls):
        return issubclass(cls, self._class("issubclass"))

    @property
    def __name__(self):
        return self._name

    @property
    def __origin__(self):
        return _CONCRETE.get(self._name, self)

    def __repr__(self):
        if not self.__args__:
            return f"typing.{self._name}"
        return f"typing.{self._name}[{', '.join(_text(a) for a in self.__args__)}]"


def _text(hint):
    if hint is None or hint is type(None):
        return "None"
    if hint is ...:
        return "..."
    if isinstance(hint, type):
        return hint.__qualname__
    if isinstance(hint, list):
        return "[" + ", ".join(_text(h) for h in hint) + "]"
    return repr(hint)


_CONCRETE = {"List": list, "Dict": dict, "Tuple": tuple, "Set": set, "FrozenSet": frozenset, "Type": type,
             "DefaultDict": collections.defaultdict, "OrderedDict": collections.OrderedDict,
             "Counter": collections.Counter, "Deque": collections.deque}

(Any, Union, Optional, List, Dict, Tuple, Set, FrozenSet, Type, DefaultDict, OrderedDict, Counter, Deque, Callable,
 ClassVar, Final, Literal, Annotated, Concatenate, NoReturn, Never, Self, LiteralString, TypeAlias, TypeGuard, Unpack,
 Required, NotRequired, Iterable, Iterator, Sequence, MutableSequence, Mapping, MutableMapping, Collection, Container,
 Hashable, Sized, Reversible, Generator, Awaitable, Coroutine, AsyncIterator, AsyncIterable, ContextManager, Pattern,
 Match, IO, TextIO, BinaryIO, AbstractSet, KeysView, ValuesView, ItemsView, Text, AnyStr, SupportsFloat, SupportsInt,
 SupportsIndex, SupportsAbs, SupportsComplex, SupportsBytes, SupportsRound, ForwardRef, TypeIs, ReadOnly, Buffer,
 ParamSpecArgs, ParamSpecKwargs, AsyncGenerator, AsyncContextManager, ByteString, MappingView,
 MutableSet) = [_Form(_n) for _n in (
     "Any Union Optional List Dict Tuple Set FrozenSet Type DefaultDict OrderedDict Counter Deque Callable "
     "ClassVar Final Literal Annotated Concatenate NoReturn Never Self LiteralString TypeAlias TypeGuard Unpack "
     "Required NotRequired Iterable Iterator Sequence MutableSequence Mapping MutableMapping Collection Container "
     "Hashable Sized Reversible Generator Awaitable Coroutine AsyncIterator AsyncIterable ContextManager Pattern "
     "Match IO TextIO BinaryIO AbstractSet KeysView ValuesView ItemsView Text AnyStr SupportsFloat SupportsInt "
     "SupportsIndex SupportsAbs SupportsComplex SupportsBytes SupportsRound ForwardRef TypeIs ReadOnly Buffer "
     "ParamSpecArgs ParamSpecKwargs AsyncGenerator AsyncContextManager ByteString MappingView "
     "MutableSet").split()]

TYPE_CHECKING = False


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__, self.__constraints__, self.__bound__ = name, constraints, bound

    def __or__(self, other):
        return _Form("Union", (self, other))

    def __ror__(self, other):
        return _Form("Union", (other, self))

    def __repr__(self):
        return f"~{self.__name__}"


class ParamSpec(TypeVar):
    args = property(lambda self: self)
    kwargs = property(lambda self: self)


class TypeVarTuple(TypeVar):
    def __iter__(self):
        return iter(())


class _GenericHint:
    """Generic[T] among the bases of a class."""

    __origin__ = property(lambda self: Generic)

    def __init__(self, args):
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __mro_entries__(self, bases):
        others = bases[[b is self for b in bases].index(True) + 1:]
        return () if any(isinstance(b, type) and issubclass(b, Generic) for b in others) else (Generic,)

    def __repr__(self):
        return f"typing.Generic[{', '.join(_text(a) for a in self.__args__)}]"


class Generic:
    def __class_getitem__(cls, params):
        return _GenericHint(params) if cls is Generic else cls


class _ProtocolType(ABCMeta):
    """With @runtime_checkable, anything that has the members is an instance."""

    def __instancecheck__(cls, obj):
        members = cls.__dict__.get("_members")
        return cls in type(obj).__mro__ or (members is not None and all(hasattr(obj, m) for m in members))


class Protocol(Generic, metaclass=_ProtocolType):
    pass


class TypedDict(dict):
    def __init_subclass__(cls, /, total=True):
        cls.__total__ = total


def NewType(name, tp):
    def new_type(x):
        return x

    new_type.__name__ = new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, space):
        if not any(isinstance(b, _NamedTupleMeta) for b in bases):
            return type.__new__(mcls, name, bases, space)
        hints = space.get("__annotations__", {})
        defaults = []
        for field in hints:
            if field in space:
                defaults.append(space[field])
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field "
                                f"{[f for f in hints if f in space][-1]}")
        made = collections.namedtuple(name, list(hints), defaults=defaults, module=space.get("__module__"))
        for key, value in space.items():
            if key in ("_fields", "_make", "_replace", "_asdict", "__new__", "__init__"):
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in hints and key not in ("__annotations__", "__module__", "__dict__", "__doc__", "__qualname__"):
                setattr(made, key, value)
        made.__annotations__ = hints
        if space.get("__doc__") is not None:
            made.__doc__ = space["__doc__"]
        made.__qualname__ = space.get("__qualname__", name)
        return made


class NamedTuple(metaclass=_NamedTupleMeta):
    """A tuple class from annotations; also NamedTuple(name, [(field, type), ...])."""

    def __new__(cls, typename, fields=(), **kwargs):
        pairs = list(fields) + list(kwargs.items())
        made = collections.namedtuple(typename, [n for n, _ in pairs])
        made.__annotations__ = dict(pairs)
        return made


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def dataclass_transform(**kwargs):
    return lambda cls: cls


def no_type_check(f):
    return f


def runtime_checkable(cls):
    members = []
    for base in cls.__mro__:
        if base in (object, Generic, Protocol):
            continue
        members += [k for k, v in base.__dict__.items() if callable(v) or isinstance(v, property)]
        members += list(base.__dict__.get("__annotations__", {}))
    cls._members = [m for m in members if m not in ("__init__", "__init_subclass__", "__new__")]
    return cls


def cast(typ, val):
    return val


def assert_never(arg):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def assert_type(val, typ):
    return val


def reveal_type(obj):
    return obj


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return tuple(getattr(tp, "__args__", ()))


class TypeAliasType:
    """A named hint."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__, self.__type_params__ = name, value, tuple(type_params)

    def __getitem__(self, args):
        return self

    def __repr__(self):
        return self.__name__
