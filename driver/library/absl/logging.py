"""absl.logging: the logger absl of the module logging, with levels counted the other way round.

Lines have no prefix: Abseil's would hold the time, the process and the line of the source.
"""

import functools
import logging as _logging

FATAL, ERROR, WARNING, INFO, DEBUG = -3, -2, -1, 0, 1
WARN = WARNING
_LEVELS = {FATAL: _logging.CRITICAL, ERROR: _logging.ERROR, WARNING: _logging.WARNING, INFO: _logging.INFO,
           DEBUG: _logging.DEBUG}
_NAMES = {"fatal": FATAL, "error": ERROR, "warning": WARNING, "warn": WARNING, "info": INFO, "debug": DEBUG}
_logger = _logging.getLogger("absl")
_logger.addHandler(_logging.StreamHandler())
_logger.propagate = False
_logger.setLevel(_logging.WARNING)
_verbosity, _counts = [WARNING], {}


def get_absl_logger():
    return _logger


def get_verbosity():
    return _verbosity[0]


def set_verbosity(v):
    """v: a level of this module, or its name."""
    _verbosity[0] = _NAMES[v.lower()] if isinstance(v, str) else v
    _logger.setLevel(_LEVELS.get(_verbosity[0], _logging.DEBUG))


def log(level, msg, *args):
    if level <= _verbosity[0]:
        _logger.log(_LEVELS.get(level, _logging.DEBUG), msg, *args)
    if level <= FATAL:
        raise SystemExit(134)


fatal, error, warning, info, debug = (functools.partial(log, level) for level in (FATAL, ERROR, WARNING, INFO, DEBUG))
exception, warn, vlog = error, warning, log


def vlog_is_on(level):
    return level <= _verbosity[0]


def log_if(level, msg, condition, *args):
    if condition:
        log(level, msg, *args)


def _times(msg):
    _counts[msg] = _counts.get(msg, -1) + 1
    return _counts[msg]


def log_every_n(level, msg, n, *args):
    log_if(level, msg, _times(msg) % n == 0, *args)


def log_first_n(level, msg, n, *args):
    log_if(level, msg, _times(msg) < n, *args)


def level_debug():
    return vlog_is_on(DEBUG)


def level_info():
    return vlog_is_on(INFO)


def level_warning():
    return vlog_is_on(WARNING)


def level_error():
    return vlog_is_on(ERROR)


def flush():
    pass
