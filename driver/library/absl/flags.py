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


class ValidationError(Error):
    """What a validator may raise instead of returning False."""


class FlagHolder:
    """What DEFINE_* return, and FLAGS[name]."""

    def __init__(self, values, name, default, help):
        self._values, self.name, self.default, self.help = values, name, default, help

    @property
    def value(self):
        return getattr(self._values, self.name)

    @property
    def present(self):
        raise NotImplementedError(f"absl.flags: present of --{self.name} is not supported")


class FlagValues:
    """The flags by name."""

    def __init__(self):
        self.__dict__.update(_flags={}, _values={}, _holders={}, _checks=[], _parsed=False)

    def _define(self, name, default, help, args, **how):
        """args: what DEFINE_* was given beside its own arguments; how: what argparse is told."""
        how["short"] = args.pop("short_name", None)
        required = args.pop("required", False)
        for other in args:
            raise NotImplementedError(f"absl.flags: {other}= of --{name} is not supported")
        if name in self._flags:
            raise DuplicateFlagError(f"The flag '{name}' is defined twice.")
        if required and default is not None:
            raise ValueError(f"Required flag --{name} needs to have None as default")
        self._flags[name] = default, help, how
        self._values[name] = default
        self._holders[name] = FlagHolder(self, name, default, help)
        if required:
            mark_flag_as_required(name, self)
        return self._holders[name]

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
        self._check(name, _raise)

    def __getitem__(self, name):
        return self._holders[name]

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

    def _check(self, name, fail):
        """Calls fail with the text of each validator of the flag that does not hold."""
        value = self._values[name]
        for of, checker, message in self._checks:
            if of == name and not checker(value):
                fail(f"flag --{name}={value}: {message if isinstance(message, str) else message(value)}")

    def _read(self, argv, fail):
        parser = _argparse.ArgumentParser(allow_abbrev=False)
        for name, (default, help, how) in self._flags.items():
            how = dict(how)
            short = how.pop("short")
            options = ["--" + name] + (["-" + short, "--" + short] if short else [])
            if how.pop("boolean", False):
                parser.add_argument(*options, dest=name, action="store_true", default=default, help=help)
                parser.add_argument(*["--no" + o.lstrip("-") for o in options[::2]], dest=name, action="store_false", default=default)
            else:
                parser.add_argument(*options, dest=name, default=default, help=help, **how)
        self._values.update(vars(parser.parse_args() if argv is _sys.argv else parser.parse_args(list(argv)[1:])))
        self.mark_as_parsed()
        for name in self._flags:
            self._check(name, fail)
        return [argv[0]]

    def __call__(self, argv):
        """Reads argv[1:], returns [argv[0]]: arguments that are no flags are errors."""
        return self._read(argv, _raise)


def _raise(text):
    raise IllegalFlagValueError(text)


FLAGS = FlagValues()
_ARTICLES = {"integer": "an integer", "number": "a number"}


def _separated(text):
    return [part.strip() for part in text.split(",")] if text else []


def _several(default):
    return default if default is None or isinstance(default, list) else [default]


def DEFINE_string(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, args, type=str)


def DEFINE_integer(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, **args):
    holder = flag_values._define(name, default, help, args, type=int)
    return _bounded(holder, lower_bound, upper_bound, flag_values, "integer")


def DEFINE_float(name, default, help, lower_bound=None, upper_bound=None, flag_values=FLAGS, **args):
    default = float(default) if type(default) is int else default
    holder = flag_values._define(name, default, help, args, type=float)
    return _bounded(holder, lower_bound, upper_bound, flag_values, "number")


def _bounded(holder, lower, upper, flag_values, name):
    """name: of the numbers, as messages call them."""
    if lower is not None and upper is not None:
        what = f"{_ARTICLES[name]} in the range [{lower}, {upper}]"
    elif lower == 1 and name == "integer":
        what = "a positive integer"
    elif lower == 0 or upper == 0:
        what = f"a non-{'negative' if lower == 0 else 'positive'} {name}"
    else:
        what = f"{name} <= {upper}" if upper is not None else f"{name} >= {lower}"
    if lower is not None:
        register_validator(holder.name, lambda v: v is None or v >= lower, lambda v: f"{v} is not {what}", flag_values)
    if upper is not None:
        register_validator(holder.name, lambda v: v is None or v <= upper, lambda v: f"{v} is not {what}", flag_values)
    return holder


def DEFINE_boolean(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, args, boolean=True)


DEFINE_bool = DEFINE_boolean


def DEFINE_enum(name, default, enum_values, help, flag_values=FLAGS, **args):
    return flag_values._define(name, default, help, args, type=str, choices=list(enum_values))


def DEFINE_list(name, default, help, flag_values=FLAGS, **args):
    default = _separated(default) if isinstance(default, str) else default
    return flag_values._define(name, default, help, args, type=_separated)


def DEFINE_spaceseplist(name, default, help, flag_values=FLAGS, **args):
    default = default.split() if isinstance(default, str) else default
    return flag_values._define(name, default, help, args, type=str.split)


def DEFINE_multi_string(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, _several(default), help, args, type=str, action="append")


def DEFINE_multi_integer(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, _several(default), help, args, type=int, action="append")


def DEFINE_multi_float(name, default, help, flag_values=FLAGS, **args):
    return flag_values._define(name, _several(default), help, args, type=float, action="append")


def mark_flag_as_required(flag_name, flag_values=FLAGS):
    default, help, how = flag_values._flags[flag_name]
    if "boolean" in how:  # argparse knows no flags that are required
        message = f"Flag --{flag_name} must have a value other than None."
        return register_validator(flag_name, lambda v: v is not None, message, flag_values)
    flag_values._flags[flag_name] = default, help, {**how, "required": True}


def mark_flags_as_required(flag_names, flag_values=FLAGS):
    for name in flag_names:
        mark_flag_as_required(name, flag_values)


def register_validator(flag_name, checker, message="Flag validation failed", flag_values=FLAGS):
    """checker(value) is asked after the arguments are read, and when the flag is set."""
    flag_values._checks.append((flag_name, checker, message))


def validator(flag_name, message="Flag validation failed", flag_values=FLAGS):
    """register_validator as a decorator."""
    def register(checker):
        register_validator(flag_name, checker, message, flag_values)
        return checker
    return register
