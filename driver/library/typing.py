"""typing: hints, which change nothing about what runs."""

import collections
import collections.abc
from abc import ABC, ABCMeta, abstractmethod
from types import _Alias


class _Form:
    """A hint such as Any or Union; subscription gives another one."""

    def __init__(self, name, args=None):
        self._name, self.__args__ = name, args or ()

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name in ("Union", "Optional"):
            return _union(args + (None,) if self._name == "Optional" else args)
        return _Form(self._name, args)

    def __call__(self, *args, **kwargs):
        if self._name in _CONCRETE:
            return _CONCRETE[self._name](*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated")

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

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
        if self._name == "Union" and self.__args__:
            return any(isinstance(obj, arg) for arg in self.__args__)
        return isinstance(obj, self._class("isinstance"))

    def __subclasscheck__(self, cls):
        if self._name == "Union" and self.__args__:
            return any(issubclass(cls, arg) for arg in self.__args__)
        return issubclass(cls, self._class("issubclass"))

    @property
    def __name__(self):
        return self._name

    @property
    def __origin__(self):
        origin = _CONCRETE.get(self._name) or getattr(collections.abc, self._name, None)
        if origin is None and not self.__args__:
            raise AttributeError("__origin__")
        return globals()[self._name] if origin is None else origin

    def __repr__(self):
        if not self.__args__:
            return f"typing.{self._name}"
        if self._name == "Union":
            others = [a for a in self.__args__ if a is not type(None)]
            if len(self.__args__) == 2 and len(others) == 1:
                return f"typing.Optional[{_text(others[0])}]"
            return f"typing.Union[{', '.join('NoneType' if a is type(None) else _text(a) for a in self.__args__)}]"
        return f"typing.{self._name}[{', '.join(_text(a) for a in self.__args__)}]"


def _union(args):
    """Union[args]: those of a union among them in its place, each once; one is itself."""
    flat = []
    for arg in args:
        arg = type(None) if arg is None else arg
        for one in arg.__args__ if isinstance(arg, _Form) and arg._name == "Union" else (arg,):
            if not any(one is other or (type(one) is type(other) and one == other) for other in flat):
                flat.append(one)
    return flat[0] if len(flat) == 1 else _Form("Union", tuple(flat))


def _text(hint):
    if hint is None or hint is type(None):
        return "None"
    if hint is ...:
        return "..."
    if isinstance(hint, type):
        return hint.__qualname__ if hint.__module__ == "builtins" else f"{hint.__module__}.{hint.__qualname__}"
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
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

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
        self.__parameters__ = _parameters(self.__args__)

    def __mro_entries__(self, bases):
        others = bases[[b is self for b in bases].index(True) + 1:]
        generic = any(type(b) is _GenericAlias or isinstance(b, type) and issubclass(b, Generic) for b in others)
        return () if generic else (Generic,)

    def __repr__(self):
        return f"typing.Generic[{', '.join(_text(a) for a in self.__args__)}]"


class _GenericAlias(_Alias):
    """Stack[int] of a class Stack(Generic[T]): called and read as the class."""

    def __init__(self, origin, args):
        super().__init__(origin, args)
        self.__parameters__ = _parameters(self.__args__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"type object '{self.__origin__.__name__}' has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    __subclasscheck__ = __instancecheck__

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __eq__(self, other):
        return (isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash((self.__origin__, len(self.__args__)))

    def __repr__(self):
        cls = self.__origin__
        return f"{cls.__module__}.{cls.__qualname__}[{', '.join(_text(a) for a in self.__args__)}]"


def _parameters(hints):
    """The type variables in hints, each once."""
    found = []
    for hint in hints:
        inner = (hint,) if isinstance(hint, TypeVar) else getattr(hint, "__parameters__", ())
        if not isinstance(hint, type):
            found += [one for one in inner if one not in found]
    return tuple(found)


class Generic:
    __parameters__ = ()

    def __class_getitem__(cls, params):
        return _GenericHint(params) if cls is Generic else _GenericAlias(cls, params)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        own = [base for base in bases if getattr(base, "__origin__", None) in (Generic, Protocol)]
        cls.__parameters__ = _parameters(own[:1] or bases)


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


def _evaluated(hint, names, local):
    """A hint that is a text, as the object that it names."""
    while isinstance(hint, str):
        hint = eval(hint, names, local)
    return type(None) if hint is None else hint


def _stripped(hint):
    """A hint without what Annotated, Required and NotRequired add, also inside."""
    args = () if isinstance(hint, type) else getattr(hint, "__args__", ())
    if isinstance(hint, _Form) and hint._name in ("Annotated", "Required", "NotRequired", "ReadOnly") and args:
        return _stripped(args[0])
    plain = tuple(_stripped(a) for a in args)
    if all(a is b for a, b in zip(plain, args)):
        return hint
    if isinstance(hint, _Form):
        return _union(plain) if hint._name == "Union" else _Form(hint._name, plain)
    if isinstance(hint, _Alias):
        return type(hint)(hint.__origin__, plain)
    result = plain[0]
    for other in plain[1:]:
        result = result | other
    return result


def _names_of(obj):
    import sys
    module = sys.modules.get(getattr(obj, "__module__", None))
    return getattr(obj, "__globals__", None) or (vars(module) if module is not None else {})


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, a class with its bases, or a module; texts are evaluated."""
    hints = {}
    for o in reversed(obj.__mro__) if isinstance(obj, type) else [obj]:
        own = o.__dict__.get("__annotations__", {}) if isinstance(obj, type) else getattr(o, "__annotations__", {})
        names = _names_of(o) if globalns is None else globalns
        for name, hint in own.items():
            hint = _evaluated(hint, names, vars(o) if localns is None and isinstance(o, type) else localns)
            hints[name] = hint if include_extras else _stripped(hint)
    return hints


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
