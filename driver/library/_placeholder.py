"""What a module that cannot be imported stands for: an error where it is used, not where it is imported."""

from _cjax.core import raise_missing


class Placeholder:
    """A missing module, or something of it; place: where it was imported."""

    def __init__(self, module, path, place):
        self.__dict__.update(_module=module, _path=path, _place=place)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Placeholder(self._module, f"{self._path}.{name}", self._place)

    def _use(self, *args, **kwargs):
        raise_missing(self._module, self._path, self._place)

    __call__ = __getitem__ = __setitem__ = __setattr__ = __iter__ = __next__ = __len__ = __contains__ = _use
    __enter__ = __exit__ = __bool__ = __str__ = __repr__ = __format__ = __hash__ = _use
    __lt__ = __le__ = __gt__ = __ge__ = __neg__ = __int__ = __float__ = __index__ = __matmul__ = _use
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _use
    __pow__ = __mod__ = __floordiv__ = __instancecheck__ = __subclasscheck__ = _use

    def __eq__(self, other):
        if isinstance(other, Placeholder):
            return self._path == other._path
        self._use()

    def __ne__(self, other):
        return not self == other

    def __or__(self, other):
        """With a class, None or another hint: a hint."""
        if other is None or isinstance(other, (type, Placeholder)) or hasattr(other, "__args__"):
            return self
        self._use()

    __ror__ = __or__

    def __mro_entries__(self, bases):
        """A base of a class: the error comes where the class is called or asked for what it lacks."""
        return (_MissingType(f"missing {self._path}", (), {"_missing": self}),)


class _MissingType(type):
    def __call__(cls, *args, **kwargs):
        cls._missing._use()

    def __getattr__(cls, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        cls._missing._use()
