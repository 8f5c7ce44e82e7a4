"""traceback: exceptions as text, without the places they passed: those are in cjaxc's messages."""

import sys

_HEAD = "Traceback (most recent call last):\n"


def format_exception_only(exc, value=None, /, **options):
    """The lines that name the exception: its class and its text."""
    exc = exc if value is None else value
    cls = type(exc)
    name = cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else f"{cls.__module__}.{cls.__qualname__}"
    text = str(exc)
    return [f"{name}: {text}\n" if text else f"{name}\n", *(f"{note}\n" for note in getattr(exc, "__notes__", ()))]


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    """The lines of the exception, and of what it came from; no places."""
    exc = exc if value is None else value
    lines = []
    cause, context = exc.__cause__, exc.__context__
    if chain and cause is not None:
        lines += format_exception(cause)
        lines.append("\nThe above exception was the direct cause of the following exception:\n\n")
    elif chain and context is not None and not exc.__suppress_context__:
        lines += format_exception(context)
        lines.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    return [*lines, _HEAD, *format_exception_only(exc)]


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    """Writes the exception to file, or to stderr."""
    print("".join(format_exception(exc, value, chain=chain)), end="", file=sys.stderr if file is None else file)


def format_exc(limit=None, chain=True):
    """The exception being handled as text."""
    exc = sys.exc_info()[1]
    return "NoneType: None\n" if exc is None else "".join(format_exception(exc, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception being handled to file, or to stderr."""
    print(format_exc(chain=chain), end="", file=sys.stderr if file is None else file)


def walk_stack(f=None):
    """No frames: what is called is part of the compiler's messages."""
    return iter(())


def walk_tb(tb):
    """As walk_stack."""
    return iter(())


def extract_stack(f=None, limit=None):
    """As walk_stack."""
    return []


def extract_tb(tb, limit=None):
    """As walk_stack."""
    return []


def format_stack(f=None, limit=None):
    """As walk_stack."""
    return []


def format_tb(tb, limit=None):
    """As walk_stack."""
    return []
