"""The texts of --help and of usage lines, as CPython 3.12 lays them out."""

from textwrap import fill, wrap

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, REMAINDER, PARSER = "==SUPPRESS==", "?", "*", "+", "...", "A..."


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog, self._indent = prog, indent_increment
        self._width = 78 if width is None else width
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))

    # What subclasses change.

    def _split_lines(self, text, width):
        return wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    # One action.

    def metavars(self, action, default, n):
        if action.metavar is not None:
            return action.metavar if isinstance(action.metavar, tuple) else (action.metavar,) * n
        if action.choices is not None:
            return ("{" + ",".join([str(c) for c in action.choices]) + "}",) * n
        return (default,) * n

    def format_args(self, action, default):
        n = action.nargs
        if n is None:
            return self.metavars(action, default, 1)[0]
        if n == OPTIONAL:
            return f"[{self.metavars(action, default, 1)[0]}]"
        if n == ZERO_OR_MORE:
            names = self.metavars(action, default, 1)
            return f"[{names[0]} [{names[1]} ...]]" if len(names) == 2 else f"[{names[0]} ...]"
        if n == ONE_OR_MORE:
            a, b = self.metavars(action, default, 2)
            return f"{a} [{b} ...]"
        if n == REMAINDER:
            return "..."
        if n == PARSER:
            return f"{self.metavars(action, default, 1)[0]} ..."
        if n == SUPPRESS:
            return ""
        return " ".join(self.metavars(action, default, n))

    def invocation(self, action):
        if not action.option_strings:
            return self.metavars(action, self._get_default_metavar_for_positional(action), 1)[0]
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self.format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{s} {args}" for s in action.option_strings])

    def usage_part(self, action):
        if not action.option_strings:
            return self.format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            return action.format_usage()
        args = self.format_args(action, self._get_default_metavar_for_optional(action))
        return f"{action.option_strings[0]} {args}"

    def expand(self, action):
        known = {k: v for k, v in vars(action).items() if v is not SUPPRESS}
        known = {k: getattr(v, "__name__", v) for k, v in known.items()}
        known["prog"] = self._prog
        if known.get("choices") is not None:
            known["choices"] = ", ".join([str(c) for c in known["choices"]])
        return self._get_help_string(action) % known

    # Usage.

    def usage(self, usage, actions, groups, prefix="usage: "):
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        shown = [a for a in actions if a.help is not SUPPRESS]
        options = self._parts([a for a in shown if a.option_strings], groups)
        places = self._parts([a for a in shown if not a.option_strings], groups)
        text = " ".join([p for p in [self._prog, *options, *places] if p])
        if len(prefix) + len(text) > self._width:
            text = "\n".join(self._usage_lines(options, places, prefix))
        return f"{prefix}{text}\n\n"

    def _parts(self, actions, groups):
        parts, done = [], set()
        for a in actions:
            group = next((g for g in groups if a in g._group_actions), None)
            if id(a) in done:
                continue
            if group is None or not a.option_strings:
                part = self.usage_part(a)
                parts.append(f"[{part}]" if a.option_strings and not a.required else part)
                continue
            members = [m for m in group._group_actions if m.help is not SUPPRESS]
            done |= {id(m) for m in members}
            inner = " | ".join([self.usage_part(m) for m in members])
            if group.required:
                parts.append(f"({inner})" if len(members) > 1 else inner)
            else:
                parts.append(f"[{inner}]")
        return parts

    def _usage_lines(self, options, places, prefix):
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            if options:
                return self._rows([self._prog, *options], indent, prefix) + self._rows(places, indent)
            return self._rows([self._prog, *places], indent, prefix)
        indent = " " * len(prefix)
        lines = self._rows(options + places, indent)
        if len(lines) > 1:
            lines = self._rows(options, indent) + self._rows(places, indent)
        return [self._prog, *lines]

    def _rows(self, parts, indent, prefix=None):
        lines, line, size = [], [], len(indent if prefix is None else prefix) - 1
        for part in parts:
            if size + 1 + len(part) > self._width and line:
                lines.append(indent + " ".join(line))
                line, size = [], len(indent) - 1
            line.append(part)
            size += len(part) + 1
        if line:
            lines.append(indent + " ".join(line))
        if prefix is not None:
            lines[0] = lines[0][len(indent):]
        return lines

    # The whole.

    def text(self, text):
        if text is None or text is SUPPRESS:
            return ""
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, self._width, "") + "\n\n"

    def sections(self, sections):
        """[(heading, description, actions)] as text."""
        longest = 0
        for _, _, actions in sections:
            for a in actions:
                if a.help is not SUPPRESS:
                    longest = max([longest] + [len(self.invocation(b)) + self._indent * (1 + (b is not a))
                                               for b in [a, *a.choice_actions()]])
        column = min(longest + 2, self._max_help_position)
        out = []
        for heading, description, actions in sections:
            items = [self._action(a, column, self._indent) for a in actions if a.help is not SUPPRESS]
            inner = "" if description is None else \
                self._fill_text(description, self._width - self._indent, " " * self._indent) + "\n\n"
            inner += "".join(items)
            if inner:
                out.append((f"{heading}:\n" if heading else "") + inner + "\n")
        return "".join(out)

    def _action(self, action, column, indent):
        header, room = self.invocation(action), column - indent - 2
        lines = self._split_lines(self.expand(action), max(self._width - column, 11)) if action.help else []
        more = "".join([self._action(a, column, indent + self._indent) for a in action.choice_actions()])
        if not lines:
            return " " * indent + header + "\n" + more
        if len(header) <= room:
            out = " " * indent + header.ljust(room) + "  " + lines[0] + "\n"
        else:
            out = " " * indent + header + "\n" + " " * column + lines[0] + "\n"
        return out + "".join([" " * column + line + "\n" for line in lines[1:]]) + more


class RawDescriptionHelpFormatter(HelpFormatter):
    """Descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """All texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Names values by their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
