# _groups.py -- the builtin classes ExceptionGroup and BaseExceptionGroup, and what except* becomes; loaded when they are named.


def _is_match(condition, exc):
    return isinstance(exc, condition) if isinstance(condition, (type, tuple)) else condition(exc)


class BaseExceptionGroup(BaseException):
    """Exceptions that were raised together."""

    def __new__(cls, message, exceptions, /):
        if not isinstance(message, str):
            raise TypeError(f"argument 1 must be str, not {type(message).__name__}")
        if not hasattr(exceptions, "__getitem__"):
            raise TypeError("second argument (exceptions) must be a sequence")
        if not exceptions:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for i, e in enumerate(exceptions):
            if not isinstance(e, BaseException):
                raise ValueError(f"Item {i} of second argument (exceptions) is not an exception")
        if cls is BaseExceptionGroup and all(isinstance(e, Exception) for e in exceptions):
            cls = ExceptionGroup
        elif issubclass(cls, Exception) and not all(isinstance(e, Exception) for e in exceptions):
            raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        self = super().__new__(cls, message, exceptions)
        self.message, self.exceptions = message, tuple(exceptions)
        return self

    def __init__(self, message, exceptions, /):
        super().__init__(message, exceptions)

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def __str__(self):
        n = len(self.exceptions)
        return f"{self.message} ({n} sub-exception{'s' if n != 1 else ''})"

    def __repr__(self):
        return f"{type(self).__name__}({self.message!r}, {self.args[1]!r})"

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def _like(self, excs):
        if not excs:
            return None
        made = self.derive(excs)
        for note in getattr(self, "__notes__", ()):
            made.add_note(note)
        return made

    def split(self, matcher_value, /):
        """The group of those that match, and the group of the others."""
        if _is_match(matcher_value, self):
            return self, None
        good, bad = [], []
        for e in self.exceptions:
            if isinstance(e, BaseExceptionGroup):
                a, b = e.split(matcher_value)
                good += [] if a is None else [a]
                bad += [] if b is None else [b]
            else:
                (good if _is_match(matcher_value, e) else bad).append(e)
        return self._like(good), self._like(bad)

    def subgroup(self, matcher_value, /):
        return self.split(matcher_value)[0]


class ExceptionGroup(BaseExceptionGroup, Exception):
    """Exceptions, none of which ends the program by itself."""


class _Star:
    """What is left of an exception while its except* clauses run; `with` keeps what a clause raises."""

    def __init__(self, exc):
        self.naked = not isinstance(exc, BaseExceptionGroup)
        self.whole, self.rest, self.found, self.raised, self.again = exc, exc, None, [], []

    def part(self, types):
        for t in types if isinstance(types, tuple) else (types,):
            if not (isinstance(t, type) and issubclass(t, BaseException)):
                raise TypeError("catching classes that do not inherit from BaseException is not allowed")
            if issubclass(t, BaseExceptionGroup):
                raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
        if self.rest is None:
            return []
        if not self.naked:
            self.found, self.rest = self.rest.split(types)
            return [] if self.found is None else [self.found]
        if not isinstance(self.rest, types):
            return []
        self.found, self.rest = BaseExceptionGroup("", (self.rest,)), None
        return [self.found]

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, traceback):
        if exc is self.whole or exc is not None and exc is self.found:
            self.again.append(self.found)
        elif exc is not None:
            self.raised.append(exc)
        return True

    def finish(self):
        left = self.again + ([] if self.rest is None else [self.rest])
        if self.again and not self.naked:
            kept = [id(e) for part in left for e in _leaves(part)]
            left = [self.whole.subgroup(lambda e: id(e) in kept)]
        if len(left) == 1 and not self.raised:
            raise left[0]
        if len(self.raised) == 1 and not left:
            raise self.raised[0]
        if self.raised:
            raise BaseExceptionGroup("", self.raised + left)


def _leaves(exc):
    if not isinstance(exc, BaseExceptionGroup):
        return [exc]
    return [leaf for e in exc.exceptions for leaf in _leaves(e)]


def __except_star__(exc):
    return [_Star(exc)]
