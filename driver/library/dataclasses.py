"""dataclasses: classes that hold fields."""


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


class _KeywordOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KeywordOnly()


class Field:
    """What is known about one field."""

    @classmethod
    def __class_getitem__(cls, type):
        return cls

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata, self.kw_only = {} if metadata is None else metadata, kw_only

    def __repr__(self):
        return f"Field(name={self.name!r},type={self.type!r})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_kind(annotation, *names):
    text = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", None) or repr(annotation)
    head = text.split("[")[0].split(".")[-1]
    return head in names


def _collect(cls, kw_only):
    """The fields of cls, inherited ones first."""
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        for f in getattr(base, "__dataclass_fields__", {}).values() if "__dataclass_fields__" in base.__dict__ else ():
            fields[f.name] = f
    rest_keyword = kw_only
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or _is_kind(annotation, "KW_ONLY"):
            rest_keyword = True
            continue
        if _is_kind(annotation, "ClassVar"):
            continue
        default = cls.__dict__.get(name, MISSING)
        f = default if isinstance(default, Field) else field(default=default)
        f.name, f.type = name, annotation
        if f.kw_only is MISSING:
            f.kw_only = rest_keyword
        if isinstance(f.default, (list, dict, set)):
            raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
        if isinstance(default, Field):
            if f.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        fields[name] = f
    return fields


def _names(names):
    quoted = [repr(n) for n in names]
    if len(quoted) <= 2:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def _make_init(cls, fields, frozen):
    fields = dict(fields)  # as they are now
    init_fields = [f for f in fields.values() if f.init]
    positional = [f for f in init_fields if not f.kw_only]
    has_default = lambda f: f.default is not MISSING or f.default_factory is not MISSING
    seen = None
    for f in positional:
        if has_default(f):
            seen = f
        elif seen is not None:
            raise TypeError(f"non-default argument {f.name!r} follows default argument")
    known = {f.name for f in init_fields}
    put = object.__setattr__ if frozen else setattr
    post = hasattr(cls, "__post_init__")

    def __init__(self, *args, **kwargs):
        name = f"{cls.__qualname__}.__init__()"
        if len(args) > len(positional):
            n = len(positional) + 1
            optional = len([f for f in positional if has_default(f)])
            count = f"from {n - optional} to {n}" if optional else str(n)
            raise TypeError(f"{name} takes {count} positional argument{'s' if n != 1 else ''} but {len(args) + 1} "
                            "were given")
        values = {f.name: a for f, a in zip(positional, args)}
        for key, value in kwargs.items():
            if key not in known:
                raise TypeError(f"{name} got an unexpected keyword argument {key!r}")
            if key in values:
                raise TypeError(f"{name} got multiple values for argument {key!r}")
            values[key] = value
        missing = [f.name for f in init_fields if f.name not in values and not has_default(f)]
        if missing:
            kind = "keyword-only" if all(fields[m].kw_only for m in missing) else "positional"
            missing = [m for m in missing if kind == "keyword-only" or not fields[m].kw_only]
            raise TypeError(f"{name} missing {len(missing)} required {kind} argument{'s' if len(missing) > 1 else ''}: "
                            f"{_names(missing)}")
        init_only = []
        for f in fields.values():
            if f.name in values:
                value = values[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
            else:
                continue
            if _is_kind(f.type, "InitVar"):
                init_only.append(value)
            else:
                put(self, f.name, value)
        if post:
            self.__post_init__(*init_only)

    __init__.__qualname__ = f"{cls.__qualname__}.__init__"
    return __init__


def _compare(name, test):
    def method(self, other):
        if type(other) is not type(self):
            return NotImplemented
        mine = tuple(getattr(self, f.name) for f in fields(self) if f.compare)
        return test(mine, tuple(getattr(other, f.name) for f in fields(other) if f.compare))

    method.__name__ = name
    return method


_showing = set()  # ids of the objects whose repr is being made


def _repr(self):
    if id(self) in _showing:
        return "..."
    _showing.add(id(self))
    try:
        shown = [f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr]
    finally:
        _showing.discard(id(self))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _hash(self):
    return hash(tuple(getattr(self, f.name) for f in fields(self) if (f.compare if f.hash is None else f.hash)))


def _frozen_setattr(self, name, value):
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _frozen_delattr(self, name):
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Decorator that adds __init__, __repr__, __eq__, ... made from the annotations of a class."""

    def wrap(cls):
        made = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(made, weakref_slot) if slots else made

    return wrap if cls is None else wrap(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    found = _collect(cls, kw_only)
    cls.__dataclass_fields__ = found
    own = cls.__dict__
    if init and "__init__" not in own:
        cls.__init__ = _make_init(cls, found, frozen)
    if repr and "__repr__" not in own:
        cls.__repr__ = _repr
    if eq and "__eq__" not in own:
        cls.__eq__ = _compare("__eq__", lambda a, b: a == b)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, test in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                           ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                                "functools.total_ordering")
            setattr(cls, name, _compare(name, test))
    if frozen:
        cls.__setattr__, cls.__delattr__ = _frozen_setattr, _frozen_delattr
    if unsafe_hash or (eq and frozen and "__hash__" not in own):
        cls.__hash__ = _hash
    elif eq and not frozen and "__hash__" not in own:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple(f.name for f in found.values() if f.init and not f.kw_only)
    if own.get("__doc__") is None:
        cls.__doc__ = f"{cls.__name__}({', '.join(found)})"
    return cls


def _with_slots(cls, weakref_slot):
    """The class again, whose instances have its own fields and no others."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = [n for c in cls.__mro__[1:-1] for n in c.__dict__.get("__slots__", ())]
    names = tuple(f.name for f in fields(cls) if f.name not in inherited)
    body = {k: v for k, v in cls.__dict__.items() if k not in names and k not in ("__dict__", "__weakref__")}
    body["__slots__"] = names + ("__weakref__",) * weakref_slot
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def fields(class_or_instance):
    """The fields, in order."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if not _is_kind(f.type, "InitVar"))


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _convert(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make([(f.name, _convert(getattr(value, f.name), make)) for f in fields(value)])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_convert(v, make) for v in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(v, make) for v in value])
    if isinstance(value, dict):
        return type(value)([(_convert(k, make), _convert(v, make)) for k, v in value.items()])
    return value


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([v for _, v in pairs]))


def replace(obj, /, **changes):
    """A copy with some fields changed."""
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("replace() should be called on dataclass instances")
    for f in fields(obj):
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations, space = {}, dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                space[item[0]] = item[2]
    space["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, space), **options)


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    __name__ = "InitVar"
