"""enum: named constants."""


class auto:
    """A value to be numbered; `a | b` of such values is known when both are."""

    def __init__(self, *parts):
        self.parts, self.value = parts, None

    def __or__(self, other):
        return auto(self, other)

    __ror__ = __or__

    def _number(self):
        if self.value is None:
            self.value = 0
            for p in self.parts:
                self.value |= p._number() if isinstance(p, auto) else p
        return self.value


class nonmember:
    def __init__(self, value):
        self.value = value


class member(nonmember):
    pass


def _is_member(name, value):
    if isinstance(value, nonmember):
        return isinstance(value, member)
    if name.startswith("_") or isinstance(value, (staticmethod, classmethod, property, type)):
        return False
    return not hasattr(value, "__get__")


class EnumType(type):
    """The class of enumerations: makes the members."""

    def __new__(metacls, name, bases, namespace, **kwargs):
        if not bases:
            return super().__new__(metacls, name, bases, namespace)
        values = {k: v for k, v in namespace.items() if _is_member(k, v)}
        rest = {k: v.value if isinstance(v, nonmember) else v for k, v in namespace.items() if k not in values}
        for base in bases:
            if isinstance(base, EnumType) and base.__dict__.get("_member_map_"):
                raise TypeError(f"<enum {name!r}> cannot extend <enum {base.__name__!r}>")
        cls = super().__new__(metacls, name, bases, rest)
        cls._member_map_, cls._value2member_map_ = {}, {}
        cls._texts(bases[-1], namespace)
        last = []
        for key, value in values.items():
            value = value.value if isinstance(value, member) else value
            if isinstance(value, auto):
                if not value.parts and value.value is None:
                    value.value = cls._generate_next_value_(key, 1, len(last), last)
                value = value._number()
            last.append(value)
            cls._add(key, value)
        return cls

    def _texts(cls, enumeration, namespace):
        """With another type mixed in, the texts are those of the enumeration, not of that type."""
        data = cls._data_type()
        for name in ("__str__", "__format__", "__repr__"):
            if name not in namespace and data is not object and getattr(cls, name) == getattr(data, name):
                type.__setattr__(cls, name, getattr(enumeration, name))

    def _add(cls, key, value):
        for member in cls._member_map_.values():
            if member._value_ == value and type(member._value_) is type(value):
                cls._member_map_[key] = member
                type.__setattr__(cls, key, member)
                return
        args = value if isinstance(value, tuple) else (value,)
        data = cls._data_type()
        if "__new__" in cls.__dict__:
            member = cls.__dict__["__new__"](cls, *args)
        elif data is object:
            member = object.__new__(cls)
        else:
            member = data.__new__(cls, *args)
        if not hasattr(member, "_value_"):
            member._value_ = value if data is object or not isinstance(value, tuple) else data(*args)
        member._name_, member._sort_order_ = key, len(cls._member_map_)
        if cls.__init__ is not object.__init__ and "__init__" in [n for c in cls.__mro__ for n in c.__dict__ if
                                                                 c not in (object, data)]:
            member.__init__(*args)
        cls._member_map_[key] = member
        cls._value2member_map_[_key(member._value_)] = member
        type.__setattr__(cls, key, member)

    def _data_type(cls):
        for c in cls.__mro__:
            if c in (int, float, str, tuple):
                return c
        return object

    def __call__(cls, value, names=None, *, module=None, start=1):
        if names is None:
            found = cls._value2member_map_.get(_key(value))
            if found is not None:
                return found
            if isinstance(value, cls):
                return value
            found = cls._missing_(value)
            if found is not None:
                return found
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        names = names.items() if isinstance(names, dict) else names
        pairs = [(n, start + i) if isinstance(n, str) else tuple(n) for i, n in enumerate(names)]
        return EnumType(value, (cls,), dict(pairs))

    def __iter__(cls):
        return iter([m for k, m in cls._member_map_.items() if k == m._name_ and cls._is_canonical(m)])

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return sum(1 for _ in EnumType.__iter__(cls))

    def _is_canonical(cls, member):
        """Of flags, those of one bit."""
        value = member._value_
        return not issubclass(cls, Flag) or isinstance(value, int) and value > 0 and value & value - 1 == 0

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        return isinstance(value, cls) or _key(value) in cls._value2member_map_

    def __bool__(cls):
        return True

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    @property
    def _member_names_(cls):
        return [k for k, m in cls._member_map_.items() if k == m._name_]

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"


EnumMeta = EnumType


def _key(value):
    try:
        hash(value)
        return value
    except TypeError:
        return repr(value)


class Enum(metaclass=EnumType):
    """Base class of enumerations."""

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [v for v in last_values if isinstance(v, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)


class IntEnum(int, Enum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec)

    __hash__ = int.__hash__


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec)

    __hash__ = str.__hash__


class Flag(Enum):
    """Members that combine with | & ^ ~."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << max([v for v in last_values if isinstance(v, int)], default=0).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        member = object.__new__(cls) if cls._data_type() is object else int.__new__(cls, value)
        parts = [m._name_ for m in cls if m._value_ and m._value_ & value == m._value_]
        member._name_, member._value_ = "|".join(parts) or None, value
        cls._value2member_map_[value] = member
        return member

    def _of(self, other):
        return other._value_ if isinstance(other, Flag) else other

    def __or__(self, other):
        return type(self)(self._value_ | self._of(other))

    def __and__(self, other):
        return type(self)(self._value_ & self._of(other))

    def __xor__(self, other):
        return type(self)(self._value_ ^ self._of(other))

    def __invert__(self):
        everything = 0
        for m in type(self):
            everything |= m._value_
        return type(self)(everything & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([m for m in type(self) if m._value_ & self._value_])

    def __len__(self):
        return sum(1 for _ in self.__iter__())

    def __bool__(self):
        return bool(self._value_)

    def __eq__(self, other):
        return type(other) is type(self) and other._value_ == self._value_

    def __hash__(self):
        return hash(self._value_)

    def __str__(self):
        return f"{type(self).__name__}({self._value_})" if self._name_ is None else f"{type(self).__name__}.{self._name_}"

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"


class IntFlag(int, Flag):
    """A Flag that is also an int."""

    __str__, __format__, __repr__ = int.__repr__, int.__format__, Flag.__repr__
    __or__, __and__, __xor__, __invert__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__invert__
    __ror__, __rand__, __rxor__, __contains__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__contains__
    __eq__, __hash__, __bool__ = int.__eq__, int.__hash__, Flag.__bool__
    __iter__, __len__ = Flag.__iter__, Flag.__len__


def unique(enumeration):
    """Decorator: no two names for one value."""
    doubles = [(k, m._name_) for k, m in enumeration._member_map_.items() if k != m._name_]
    if doubles:
        text = ", ".join(f"{a} -> {n}" for a, n in doubles)
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration
