"""warnings: messages on stderr that a program can filter and catch."""

import sys

from _cjax.core import caller_place


class WarningMessage:
    """What catch_warnings(record=True) collects."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


# (action, start of the message, category, module, line), the first that fits decides
_preset = [("default", "", DeprecationWarning, "__main__", 0), ("ignore", "", DeprecationWarning, "", 0),
           ("ignore", "", PendingDeprecationWarning, "", 0), ("ignore", "", ImportWarning, "", 0),
           ("ignore", "", ResourceWarning, "", 0)]
filters = list(_preset)
defaultaction = "default"
_seen, _records = set(), []
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def _add(action, message, category, module, lineno, append):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    entry = (action, message, category, module, lineno)
    if entry in filters:
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)
    _seen.clear()


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add(action, "", category, "", lineno, append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    for c in message + module:
        if c in "\\[](){}?+|^$":
            raise NotImplementedError(f"warnings.filterwarnings: the pattern {message or module!r} is not supported, "
                                      "only plain text with .*")
    _add(action, message, category, module, lineno, append)


def resetwarnings():
    filters.clear()
    _seen.clear()


def _begins(text, pattern):
    """Whether it begins as a pattern of plain text and `.*` says, in capitals or not."""
    at, text = 0, text.lower()
    for i, part in enumerate(pattern.lower().split(".*")):
        found = text.find(part, at)
        if found < 0 or (i == 0 and found):
            return False
        at = found + len(part)
    return True


def _action(text, category, module, lineno):
    for action, message, wanted, where, line in filters:
        if issubclass(category, wanted) and (not message or _begins(text, message)) and \
                (not where or _begins(module, where)) and line in (0, lineno):
            return action
    return defaultaction


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    return text + (f"  {line.strip()}\n" if line else "")


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    category = UserWarning if category is None else category
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, line, module = caller_place(stacklevel)
    _emit(message, category, filename, lineno, line, module)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _emit(message, category, filename, lineno, None, module or filename)


def _emit(message, category, filename, lineno, line, module):
    text = str(message)
    action = _action(text, category, module, lineno)
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    if action == "ignore":
        return
    if action != "always":
        key = (text, category, {"default": (module, lineno), "module": module, "once": None}[action])
        if key in _seen:
            return
        _seen.add(key)
    made = message if isinstance(message, Warning) else category(message)
    if _records and _records[-1] is not None:
        _records[-1].append(WarningMessage(made, category, filename, lineno))
    else:
        showwarning(made, category, filename, lineno, None, line)


class catch_warnings:
    """The filters are as before when it is left; with record=True its messages are collected in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._filter = record, (action, category, lineno, append)

    def __enter__(self):
        self._saved = list(filters)
        log = [] if self._record else None
        if self._record:
            _records.append(log)
            _seen.clear()
        if self._filter[0] is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        filters[:] = self._saved
        _seen.clear()
        if self._record:
            _records.pop()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    def wrap(f):
        def call(*args, **kwargs):
            warn(message, category, stacklevel + 1)
            return f(*args, **kwargs)

        return call

    return wrap
