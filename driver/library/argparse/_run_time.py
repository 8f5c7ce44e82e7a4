"""Arguments that only the executable knows: it parses them by declarations (runtime/os/args.c), their values are run-time.

What the executable cannot parse (several values, types of the program's own) keeps its default there, or the value that
--define NAME=TEXT gives, and the executable refuses such an argument.
"""

from _cjax import argv as _argv
from argparse import (BooleanOptionalAction, Namespace, _Const, _Count, _False, _Help, _Store, _SubParsers, _True,
                      _Version)
from argparse._help import OPTIONAL, SUPPRESS
from argparse._parse import _bounds

_TYPES = {None: "s", str: "s", int: "i", float: "f"}


def parse(parser, namespace):
    namespace = Namespace() if namespace is None else namespace
    actions = parser._actions
    for a in actions:
        if isinstance(a, _SubParsers):
            raise NotImplementedError("argparse: subparsers of arguments that only the executable knows; `cjaxc run` "
                                      "knows them while compiling")
    bound = [_argv.defined(a.dest) for a in actions]
    records = [[parser.prog, parser.format_usage(), parser.format_help()]]
    records += [_declaration(parser, a, b) for a, b in zip(actions, bound)]
    _argv.parse("".join(["".join([f + "\x1f" for f in fields]) + "\x1e" for fields in records]))
    order = {}
    for k, (a, b) in enumerate(zip(actions, bound)):
        if a.dest is SUPPRESS or a.default is SUPPRESS and isinstance(a, (_Help, _Version)):
            continue
        if a.dest in order and _kind(a, b) == "f":
            setattr(namespace, a.dest, _later_flag(namespace, k, a, order))
        else:
            setattr(namespace, a.dest, _static(parser, a, b) if _kind(a, b) == "x" else _value(parser, k, a))
        if a.dest not in order and sum(other.dest == a.dest for other in actions) > 1:
            _share(actions, bound, k, a, order)
    for dest, value in parser._defaults.items():
        if not hasattr(namespace, dest):
            setattr(namespace, dest, value)
    return namespace


def _share(actions, bound, k, action, order):
    """Several arguments have one name: flags do, of which the last on the command line counts."""
    for a, b in zip(actions, bound):
        if a.dest == action.dest and _kind(a, b) != "f":
            raise NotImplementedError(f"argparse: {a.error_name()} and others are called {a.dest}, of which the executable "
                                      "parses flags alone; give each a dest of its own")
    order[action.dest] = _argv.integer(k, action.dest)


def _later_flag(namespace, k, action, order):
    at, before, value = _argv.integer(k, action.dest), order[action.dest], getattr(namespace, action.dest)
    order[action.dest] = at if at > before else before
    return action.const if at > before else value


def _kind(action, bound):
    if isinstance(action, _Help):
        return "h"
    if isinstance(action, _Version):
        return "v"
    if bound is not None:
        return "x"
    if isinstance(action, BooleanOptionalAction):
        return "b"
    if isinstance(action, _Count):
        return "c"
    if isinstance(action, _Const) and type(action).__call__ is _Const.__call__:
        return "f"
    if type(action) is not _Store or action.type not in _TYPES or action.nargs not in (None, OPTIONAL):
        return "x"
    if action.option_strings:
        return "1" if action.nargs is None else "x"
    return "p" if action.nargs is None else "o"


def _declaration(parser, action, bound):
    kind = _kind(action, bound)
    takes = _bounds(action.nargs)[1] > 0
    type_ = _TYPES.get(action.type, "s") if kind in "1po" else "s" if kind == "x" and takes else "-"
    choices = [] if action.choices is None or kind == "x" else list(action.choices)
    group = next((i for i, g in enumerate(parser._exclusive) if action in g._group_actions), "")
    required = action.required and kind in "1p"
    extra = action.text(parser) if kind == "v" else repr(_static(parser, action, bound)) if kind == "x" else ""
    return [kind, " ".join(action.option_strings), action.error_name() or "", type_,
            "\x1d".join([str(c) for c in choices]), ", ".join([repr(c) for c in choices]), str(int(required)),
            str(group), extra]


def _static(parser, action, bound):
    """The value where it is known while compiling."""
    if bound is None:
        if action.required:
            raise NotImplementedError(f"argparse: the executable cannot parse {action.error_name()}; "
                                      f"--define {action.dest}=TEXT binds it, and `cjaxc run` knows it while compiling")
        default = action.default
        return parser._get_value(action, default) if isinstance(default, str) else default
    low, high = _bounds(action.nargs)
    if high == 0:
        if bound not in ("True", "False"):
            raise ValueError(f"--define {action.dest}={bound}: True or False is wanted")
        return bound == "True"
    texts = [bound] if action.nargs in (None, OPTIONAL) else bound.split()
    values = [parser._get_value(action, t) for t in texts]
    for v in values:
        parser._check_value(action, v)
    return values[0] if action.nargs in (None, OPTIONAL) else values


def _value(parser, k, action):
    kind, name, default = _kind(action, None), action.dest, action.default
    if kind == "b":
        return _argv.integer(k, name) != 0 if _argv.given(k, name) > 0 else default
    if kind == "c":
        return _argv.given(k, name) + (default or 0) if default is not None or _argv.given(k, name) > 0 else default
    if kind == "f":
        if isinstance(action, _True) and default is False:
            return _argv.given(k, name) > 0
        if isinstance(action, _False) and default is True:
            return _argv.given(k, name) == 0
        return action.const if _argv.given(k, name) > 0 else default
    if isinstance(default, str):
        default = parser._get_value(action, default)
    read = {"i": _argv.integer, "f": _argv.number, "s": _argv.text}[_TYPES[action.type]]
    if action.required:
        return read(k, name)
    if action.type is float and type(default) is int:
        raise NotImplementedError(f"argparse: the default {default} of {action.error_name()} is an int where its type "
                                  f"is float: write {float(default)!r}")
    return read(k, name) if _argv.given(k, name) > 0 else default
