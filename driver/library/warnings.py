"""warnings: messages on stderr."""

import sys


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    name = (category or UserWarning).__name__
    if not _ignored:
        print(f"{name}: {message}", file=sys.stderr)


_ignored = []


def simplefilter(action, category=Warning, lineno=0, append=False):
    _ignored[:] = ["all"] if action == "ignore" else []


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action)


def resetwarnings():
    _ignored.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self.record, self.action = record, action

    def __enter__(self):
        self.saved = list(_ignored)
        if self.action is not None:
            simplefilter(self.action)
        return [] if self.record else None

    def __exit__(self, *exc_info):
        _ignored[:] = self.saved
