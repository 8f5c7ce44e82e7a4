"""types: names of built-in types, and simple namespaces."""

import sys


def _function():
    yield


class _Plain:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
MethodType = type(_Plain().method)
GeneratorType = type(_function())
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)
NoneType = type(None)
EllipsisType = type(...)


class SimpleNamespace:
    """An object whose attributes are what it was given."""

    def __init__(self, /, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return isinstance(other, SimpleNamespace) and self.__dict__ == other.__dict__

    def __repr__(self):
        return f"namespace({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


class mappingproxy:
    """A dict that cannot be changed."""

    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)


MappingProxyType = mappingproxy


class _Alias:
    """A class with the types in its brackets: called as the class."""

    __origin__ = None

    def __init__(self, origin, args):
        self.__origin__, self.__args__ = origin, args if isinstance(args, tuple) else (args,)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __getitem__(self, args):
        return type(self)(self.__origin__, args)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class GenericAlias(_Alias):
    """list[int] and the like: calls and attributes are those of list."""

    def __getattr__(self, name):
        if name.startswith("__") and name not in ("__name__", "__qualname__", "__doc__"):
            raise AttributeError(f"'types.GenericAlias' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        return f"{_hint_text(self.__origin__)}[{', '.join(_hint_text(a) for a in self.__args__) or '()'}]"


def _hint_text(hint):
    if hint is ... or hint is None:
        return "..." if hint is ... else "None"
    if isinstance(hint, list):
        return "[" + ", ".join(_hint_text(h) for h in hint) + "]"
    if isinstance(hint, type):
        return hint.__qualname__ if hint.__module__ == "builtins" else f"{hint.__module__}.{hint.__qualname__}"
    return repr(hint)


UnionType = type(int | str)
