"""contextvars: variables whose values belong to a context; a program runs in one, and Context.run enters others."""

_MISSING = object()


class Token:
    MISSING = _MISSING

    def __init__(self, context, var, old_value):
        self._context, self.var, self.old_value, self._used = context, var, old_value, False


class Context:
    """Values of variables; a mapping."""

    def __init__(self):
        self._values = {}

    def run(self, callable, *args, **kwargs):
        global _current
        before, _current = _current, self
        try:
            return callable(*args, **kwargs)
        finally:
            _current = before

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


_current = Context()


def copy_context():
    return _current.copy()


class ContextVar:
    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def __init__(self, name, *, default=_MISSING):
        self.name, self._default = name, default

    def get(self, *default):
        if self in _current._values:
            return _current._values[self]
        if default:
            return default[0]
        if self._default is _MISSING:
            raise LookupError(self)
        return self._default

    def set(self, value):
        token = Token(_current, self, _current._values.get(self, _MISSING))
        _current._values[self] = value
        return token

    def reset(self, token):
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        token._used = True
        if token.old_value is _MISSING:
            del _current._values[self]
        else:
            _current._values[self] = token.old_value
