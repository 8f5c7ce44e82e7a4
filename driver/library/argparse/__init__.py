"""argparse: options and arguments of the command line.

Where the arguments are known while compiling (`cjaxc run`, an explicit list, --define) they are parsed here; else the
executable parses them (_run_time).
"""

import sys

from argparse._help import (ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE,
                            ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                            RawDescriptionHelpFormatter, RawTextHelpFormatter)


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument and (argument if isinstance(argument, str) else argument.error_name())
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return isinstance(other, Namespace) and vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        return f"Namespace({', '.join([f'{k}={v!r}' for k, v in vars(self).items()])})"


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar = help, metavar

    def error_name(self):
        if self.option_strings:
            return "/".join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar
        if self.dest not in (None, SUPPRESS):
            return self.dest
        return "{" + ",".join([str(c) for c in self.choices]) + "}" if self.choices else None

    def format_usage(self):
        return self.option_strings[0]

    def choice_actions(self):
        return []

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _Store(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _Const(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        Action.__init__(self, option_strings, dest, 0, const, default, None, None, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _True(_Const):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        _Const.__init__(self, option_strings, dest, True, default, required, help)


class _False(_Const):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        _Const.__init__(self, option_strings, dest, False, default, required, help)


def _more(namespace, dest, items):
    setattr(namespace, dest, list(getattr(namespace, dest, None) or []) + items)


class _Append(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        _more(namespace, self.dest, [values])


class _AppendConst(_Const):
    def __call__(self, parser, namespace, values, option_string=None):
        _more(namespace, self.dest, [self.const])


class _Extend(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        _more(namespace, self.dest, list(values))


class _Count(_Const):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        _Const.__init__(self, option_strings, dest, None, default, required, help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _Help(_Const):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        _Const.__init__(self, option_strings, dest, None, default, False, help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _Version(_Const):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit"):
        _Const.__init__(self, option_strings, dest, None, default, False, help)
        self.version = version

    def text(self, parser):
        formatter = parser._formatter()
        return formatter.text(parser.version if self.version is None else self.version).strip("\n") + "\n"

    def __call__(self, parser, namespace, values, option_string=None):
        parser._print_message(self.text(parser), sys.stdout)
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None):
        both = []
        for s in option_strings:
            both.append(s)
            if s.startswith("--"):
                both.append("--no-" + s[2:])
        Action.__init__(self, both, dest, 0, None, default, type, choices, required, help, metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _Command(Action):
    """A subparser as a line of help."""

    def __init__(self, name, aliases, help):
        metavar = f"{name} ({', '.join(aliases)})" if aliases else name
        Action.__init__(self, [], name, help=help, metavar=metavar)


class _SubParsers(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog, self._class, self._parsers, self._lines = prog, parser_class, {}, []
        Action.__init__(self, option_strings, dest, PARSER, None, None, None, self._parsers, required, help, metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        kwargs.setdefault("prog", f"{self._prog} {name}")
        if help is not None:
            self._lines.append(_Command(name, aliases, help))
        made = self._parsers[name] = self._class(**kwargs)
        for alias in aliases:
            self._parsers[alias] = made
        return made

    def choice_actions(self):
        return self._lines

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        made, unknown = self._parsers[name].parse_known_args(rest)
        for k, v in vars(made).items():
            setattr(namespace, k, v)
        if unknown:
            namespace.__dict__.setdefault("_unrecognized_args", []).extend(unknown)


_ACTIONS = {None: _Store, "store": _Store, "store_const": _Const, "store_true": _True, "store_false": _False,
            "append": _Append, "append_const": _AppendConst, "extend": _Extend, "count": _Count, "help": _Help,
            "version": _Version}


class _Group:
    """Arguments under a heading of their own."""

    def __init__(self, container, title=None, description=None):
        self.container, self.title, self.description, self._group_actions = container, title, description, []

    def add_argument(self, *args, **kwargs):
        action = self.container._make(args, kwargs)
        self._group_actions.append(action)
        return action

    def add_mutually_exclusive_group(self, *, required=False):
        made = _Exclusive(self, required)
        self.container._exclusive.append(made)
        return made

    def _make(self, args, kwargs):
        action = self.container._make(args, kwargs)
        self._group_actions.append(action)
        return action


class _Exclusive(_Group):
    """Of these arguments at most one is given."""

    def __init__(self, container, required):
        _Group.__init__(self, container)
        self.required = required

    def add_argument(self, *args, **kwargs):
        before = self.container
        action = before.add_argument(*args, **kwargs)
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._group_actions.append(action)
        return action


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True):
        if prefix_chars != "-" or fromfile_prefix_chars is not None:
            raise NotImplementedError("argparse: prefix_chars and fromfile_prefix_chars are not supported")
        self.prog = str(sys.argv[0]).rsplit("/", 1)[-1] if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self.formatter_class, self.argument_default = formatter_class, argument_default
        self.add_help, self.allow_abbrev, self.exit_on_error = add_help, allow_abbrev, exit_on_error
        self.conflict_handler, self._defaults, self._actions, self._exclusive = conflict_handler, {}, [], []
        self._positionals, self._options = _Group(self, "positional arguments"), _Group(self, "options")
        self._groups, self._subparsers = [self._positionals, self._options], None
        if add_help:
            self.add_argument("-h", "--help", action="help", default=SUPPRESS, help="show this help message and exit")
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        for a in parent._actions:
            if any(a in g._group_actions for g in parent._groups[:2]):
                (self._options if a.option_strings else self._positionals)._group_actions.append(a)
            self._actions.append(a)
        for g in parent._groups[2:]:
            made = self.add_argument_group(g.title, g.description)
            made._group_actions = list(g._group_actions)
        self._exclusive += parent._exclusive
        self._defaults.update(parent._defaults)

    # Declarations.

    def _make(self, args, kwargs):
        kwargs, name = dict(kwargs), kwargs.get("action")
        kwargs.pop("action", None)
        if args and not args[0].startswith("-"):
            if len(args) > 1:
                raise ValueError(f"invalid option string {args[1]!r}: must start with a character '-'"
                                 if args[1:] and not args[1].startswith("-") else "positional and optional mixed")
            dest, options = kwargs.pop("dest", args[0]), []
            if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE):
                kwargs["required"] = True
            if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
                kwargs["required"] = True
            elif kwargs.get("nargs") in (OPTIONAL, ZERO_OR_MORE):
                kwargs["required"] = False
        else:
            options = list(args)
            long = [s for s in options if s.startswith("--")]
            dest = kwargs.pop("dest", None) or (long or options or ["--"])[0].lstrip("-").replace("-", "_")
        if "default" not in kwargs and name not in ("store_true", "store_false", "help", "version"):
            kwargs["default"] = self._defaults.get(dest, self.argument_default)
        if isinstance(name, str) and name not in _ACTIONS:
            raise ValueError(f"unknown action {name!r}")
        cls = _ACTIONS[name] if name is None or isinstance(name, str) else name
        if not options and cls in (_True, _False, _Const, _Count):
            kwargs.pop("required", None)
        action = cls(option_strings=options, dest=dest, **kwargs)
        for s in options:
            other = self._find(s)
            if other is None:
                continue
            if self.conflict_handler != "resolve":
                raise ArgumentError(action, f"conflicting option string: {s}")
            other.option_strings.remove(s)
            if not other.option_strings:
                self._forget(other)
        self._actions.append(action)
        return action

    def _forget(self, action):
        self._actions.remove(action)
        for g in self._groups:
            if action in g._group_actions:
                g._group_actions.remove(action)

    def add_argument(self, *args, **kwargs):
        action = self._make(args, kwargs)
        (self._options if action.option_strings else self._positionals)._group_actions.append(action)
        return action

    def add_argument_group(self, title=None, description=None, **kwargs):
        self._groups.append(_Group(self, title, description))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, *, required=False):
        self._exclusive.append(_Exclusive(self, required))
        return self._exclusive[-1]

    def add_subparsers(self, *, title=None, description=None, dest=SUPPRESS, required=False, help=None, metavar=None,
                       prog=None, parser_class=None):
        places = [a for a in self._actions if not a.option_strings]
        base = self._formatter().usage(self.usage, places, [], "").strip()
        self._subparsers = _SubParsers([], prog or base, parser_class or type(self), dest, required, help, metavar)
        group = self._positionals
        if title or description:
            group = self.add_argument_group(title or "subcommands", description)
        group._group_actions.append(self._subparsers)
        self._actions.append(self._subparsers)
        return self._subparsers

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for a in self._actions:
            if a.dest in kwargs:
                a.default = kwargs[a.dest]

    def get_default(self, dest):
        for a in self._actions:
            if a.dest == dest and a.default is not None:
                return a.default
        return self._defaults.get(dest)

    def _find(self, option):
        return next((a for a in self._actions if option in a.option_strings), None)

    # Texts.

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        return self._formatter().usage(self.usage, self._actions, self._exclusive).rstrip("\n") + "\n"

    def format_help(self):
        f = self._formatter()
        sections = [(g.title, g.description, g._group_actions) for g in self._groups]
        out = f.usage(self.usage, self._actions, self._exclusive) + f.text(self.description)
        out += f.sections(sections) + f.text(self.epilog)
        while "\n\n\n" in out:
            out = out.replace("\n\n\n", "\n\n")
        return out.strip("\n") + "\n"

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or sys.stdout)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    # Parsing.

    def parse_args(self, args=None, namespace=None):
        if args is None and not isinstance(sys.argv, list):
            from argparse._run_time import parse
            return parse(self, namespace)
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        if args is None:
            if not isinstance(sys.argv, list):
                raise NotImplementedError("parse_known_args() of arguments that only the executable knows: use "
                                          "parse_args()")
            args = sys.argv[1:]
        from argparse._parse import Parse
        namespace = Namespace() if namespace is None else namespace
        for a in self._actions:
            if a.dest is not SUPPRESS and not hasattr(namespace, a.dest) and a.default is not SUPPRESS:
                setattr(namespace, a.dest, a.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            rest = Parse(self, list(args), namespace).run()
        except ArgumentError as e:
            if not self.exit_on_error:
                raise
            self.error(str(e))
        rest += namespace.__dict__.pop("_unrecognized_args", [])
        return namespace, rest

    parse_intermixed_args = parse_args

    def _get_value(self, action, text):
        """The text as the action's type."""
        kind = action.type
        if kind is None:
            return text
        if not callable(kind):
            raise ArgumentError(action, f"{kind!r} is not callable")
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(kind, '__name__', repr(kind))} value: {text!r}")

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            names = ", ".join([repr(c) for c in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {names})")
