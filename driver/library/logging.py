"""logging: messages by level, on stderr or a stream."""

import sys

CRITICAL = FATAL = 50
ERROR, WARNING, INFO, DEBUG, NOTSET = 40, 30, 20, 10, 0
WARN = WARNING
_NAMES = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def getLevelName(level):
    if isinstance(level, str):
        return next((n for n, name in _NAMES.items() if name == level), f"Level {level}")
    return _NAMES.get(level, f"Level {level}")


def addLevelName(level, name):
    _NAMES[level] = name


def _level(level):
    if not isinstance(level, str):
        return level
    for n, name in _NAMES.items():
        if name == level:
            return n
    raise ValueError(f"Unknown level: {level!r}")


class LogRecord:
    def __init__(self, name, level, msg, args):
        self.name, self.levelno, self.levelname, self.msg, self.args = name, level, getLevelName(level), msg, args

    def getMessage(self):
        text = str(self.msg)
        return text % self.args if self.args else text


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%"):
        self._fmt = fmt or {"%": "%(message)s", "{": "{message}"}.get(style, "$message")
        self.datefmt, self.style = datefmt, style
        if style not in "%{":
            raise NotImplementedError(f"logging.Formatter: style {style!r} is not supported")

    def format(self, record):
        record.message = record.getMessage()
        known = {"name": record.name, "levelname": record.levelname, "levelno": record.levelno,
                 "message": record.message, "msg": record.msg}
        for missing in ("asctime", "created", "filename", "lineno", "funcName", "module", "pathname", "process"):
            if f"({missing})" in self._fmt or "{" + missing in self._fmt:
                raise NotImplementedError(f"logging: the field {missing} is not supported; "
                                          f"supported are {', '.join(known)}")
        return self._fmt % known if self.style == "%" else self._fmt.format(**known)


class Filter:
    """Lets records of the logger `name` and those below it through."""

    def __init__(self, name=""):
        self.name = name

    def filter(self, record):
        return not self.name or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """What handlers and loggers filter with."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        return all(f.filter(record) if hasattr(f, "filter") else f(record) for f in self.filters)


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self.level, self.formatter = _level(level), None

    def setLevel(self, level):
        self.level = _level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if self.filter(record):
            self.emit(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def emit(self, record):
        self.stream.write(self.format(record) + self.terminator)


class NullHandler(Handler):
    def handle(self, record):
        pass


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name, self.level = name, _level(level)
        self.handlers, self.propagate, self.disabled = [], True, False

    @property
    def parent(self):
        """The nearest logger above that was asked for."""
        if self is root:
            return None
        above = self.name.rpartition(".")[0]
        while above and above not in _loggers:
            above = above.rpartition(".")[0]
        return _loggers[above] if above else root

    def setLevel(self, level):
        self.level = _level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger.parent and not logger.level:
            logger = logger.parent
        return logger.level

    def isEnabledFor(self, level):
        return not self.disabled and level >= self.getEffectiveLevel() and level > _disabled[0]

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        return bool(self.handlers) or bool(self.parent and self.propagate and self.parent.hasHandlers())

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        if not self.isEnabledFor(level):
            return
        if exc_info or stack_info:
            raise NotImplementedError("logging: exc_info and stack_info are not supported")
        if len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        record = LogRecord(self.name, level, msg, args)
        for k, v in (extra or {}).items():
            setattr(record, k, v)
        if self.filter(record):
            self._call_handlers(record)

    def _call_handlers(self, record):
        logger, found = self, False
        while logger:
            for h in logger.handlers:
                found = True
                if record.levelno >= h.level:
                    h.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and record.levelno >= WARNING:
            sys.stderr.write(record.getMessage() + "\n")

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        raise NotImplementedError("logging.exception: tracebacks are not supported")

    warn, fatal = warning, critical

    def __repr__(self):
        return f"<{'RootLogger' if self is root else 'Logger'} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


root = Logger("root", WARNING)
_loggers, _disabled = {}, [-1]


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]


def disable(level=CRITICAL):
    _disabled[0] = level


def basicConfig(*, level=None, format=None, datefmt=None, style="%", stream=None, handlers=None, force=False,
                filename=None, filemode="a", encoding=None, errors=None):
    if filename is not None:
        raise NotImplementedError("logging.basicConfig: filename is not supported")
    if force:
        root.handlers.clear()
    if not root.handlers:
        formatter = Formatter(format or BASIC_FORMAT, datefmt, style)
        for h in handlers or [StreamHandler(stream)]:
            if h.formatter is None:
                h.setFormatter(formatter)
            root.addHandler(h)
        if level is not None:
            root.setLevel(level)


def _on_root(name):
    def function(msg, *args, **kwargs):
        if not root.handlers:
            basicConfig()
        getattr(root, name)(msg, *args, **kwargs)

    return function


debug, info, warning, error = _on_root("debug"), _on_root("info"), _on_root("warning"), _on_root("error")
critical, exception = _on_root("critical"), _on_root("exception")
warn, fatal = warning, critical


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def captureWarnings(capture):
    if capture:
        raise NotImplementedError("logging.captureWarnings is not supported")
