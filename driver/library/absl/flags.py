"""absl.flags: options of the command line, which argparse reads.

DEFINE_* return holders with .value; FLAGS has the values as attributes.  A boolean is --name or --noname.
"""

import argparse as _argparse
import sys as _sys


class Error(Exception):
    """Of a flag."""


class UnparsedFlagAccessError(Error):
    """A value is asked for before app.run or FLAGS(argv)."""


class DuplicateFlagError(Error):
    """Two flags have one name."""


class IllegalFlagValueError(Error):
    """No value for this flag."""


class FlagHolder:
    """What DEFINE_* return."""

    def __init__(self, values, name, default):
        self._values, self.name, self.default = values, name, default

    @property
    def value(self):
        return getattr(self._values, self.name)

    @property
    def present(self):
        raise NotImplementedError("absl.flags: present is not supported")


class FlagValues:
    """The flags by name."""

    def __init__(self):
        self.__dict__.update(_flags={}, _values={}, _parsed=False)

    def _define(self, name, default, help, **how):
        if name in self._flags:
            raise DuplicateFlagError(f"The flag '{name}' is defined twice.")
        self._flags[name] = (default, help, how)
        self._values[name] = default
        return FlagHolder(self, name, default)

    def __getattr__(self, name):
        if name not in self._flags:
            raise AttributeError(name)
        if not self._parsed:
            raise UnparsedFlagAccessError(f"Trying to access flag --{name} before flags were parsed.")
        return self._values[name]

    def __setattr__(self, name, value):
        if name not in self._flags:
            raise AttributeError(f"Unknown command line flag '{name}'")
        self._values[name] = value

    __getitem__ = __getattr__

    def __contains__(self, name):
        return name in self._flags

    def __iter__(self):
        return iter(self._flags)

    def mark_as_parsed(self):
        self.__dict__["_parsed"] = True

    def is_parsed(self):
        return self._parsed

    def flag_values_dict(self):
        return dict(self._values)

    def __call__(self, argv):
        """Reads argv[1:], returns [argv[0]]: arguments that are no flags are errors."""
        parser = _argparse.ArgumentParser(allow_abbrev=False)
        for name, (default, help, how) in self._flags.items():
            if "boolean" in how:
                parser.add_argument("--" + name, dest=name, action="store_true", default=default, help=help)
                parser.add_argument("--no" + name, dest=name, action="store_false", default=default)
            else:
                parser.add_argument("--" + name, dest=name, default=default, help=help, **how)
        self._values.update(vars(parser.parse_args() if argv is _sys.argv else parser.parse_args(list(argv)[1:])))
        self.mark_as_parsed()
        return [argv[0]]


FLAGS = FlagValues()


def _separated(text):
    return [part.strip() for part in text.split(",")] if text else []


def DEFINE_string(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, type=str)


def DEFINE_integer(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, **args):
    return _bounded(name, default, help, int, lower_bound, upper_bound, flag_values)


def DEFINE_float(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, **args):
    return _bounded(name, default, help, float, lower_bound, upper_bound, flag_values)


def _bounded(name, default, help, type, lower, upper, flag_values):
    if lower is not None or upper is not None:
        raise NotImplementedError(f"absl.flags: bounds of --{name} are not supported; check the value after parsing")
    return flag_values._define(name, default, help, type=type)


def DEFINE_boolean(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, boolean=True)


DEFINE_bool = DEFINE_boolean


def DEFINE_enum(name, default, enum_values, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, type=str, choices=list(enum_values))


def DEFINE_list(name, default, help, flag_values=FLAGS, **args):
    default = _separated(default) if isinstance(default, str) else default
    return flag_values._define(name, default, help, type=_separated)


def DEFINE_multi_string(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, type=str, action="append")


def DEFINE_multi_integer(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, type=int, action="append")


def mark_flag_as_required(flag_name, flag_values=FLAGS):
    default, help, how = flag_values._flags[flag_name]
    flag_values._flags[flag_name] = default, help, {**how, "required": True}


def mark_flags_as_required(flag_names, flag_values=FLAGS):
    for name in flag_names:
        mark_flag_as_required(name, flag_values)


def register_validator(flag_name, checker, message="Flag validation failed", flag_values=FLAGS):
    raise NotImplementedError("absl.flags.register_validator: check the value after parsing")
