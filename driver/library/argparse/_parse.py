"""Arguments that are known while compiling: options and positional arguments in one pass from left to right."""

from argparse import ArgumentError
from argparse._help import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_MANY = 1 << 30


def _bounds(nargs):
    """The least and most arguments that an action takes."""
    known = {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, _MANY), ONE_OR_MORE: (1, _MANY), REMAINDER: (0, _MANY),
             PARSER: (1, _MANY), SUPPRESS: (0, 0)}
    return known[nargs] if nargs in known else (nargs, nargs)


def is_negative_number(text):
    body = text[1:]
    return text[:1] == "-" and body.replace(".", "", 1).isdigit() and (body[:1] != "" and body[-1:] != ".")


class Parse:
    def __init__(self, parser, args, namespace):
        self.parser, self.args, self.namespace = parser, args, namespace
        self.places = [a for a in parser._actions if not a.option_strings]
        self.numbers = any(is_negative_number(s) for a in parser._actions for s in a.option_strings)
        self.seen, self.given, self.extras = [], [], []

    # What an argument is: None for a value, or (action, option string, value behind = or None).

    def classify(self, text):
        p = self.parser
        if not text or text[0] != "-" or len(text) == 1:
            return None
        if p._find(text) is not None:
            return p._find(text), text, None
        name, equals, value = text.partition("=")
        if equals and p._find(name) is not None:
            return p._find(name), name, value
        found = self.similar(text)
        if len(found) > 1:
            names = ", ".join([f[1] for f in found])
            raise ArgumentError(None, f"ambiguous option: {text} could match {names}")
        if found:
            return found[0]
        if (is_negative_number(text) and not self.numbers) or " " in text:
            return None
        return None, text, None

    def similar(self, text):
        p, found = self.parser, []
        options = [(a, s) for a in p._actions for s in a.option_strings]
        if text.startswith("--"):
            name, equals, value = text.partition("=")
            if p.allow_abbrev:
                found = [(a, s, value if equals else None) for a, s in options if s.startswith(name)]
            return found
        for a, s in options:
            if s == text[:2]:
                found.append((a, s, text[2:]))
            elif p.allow_abbrev and s.startswith(text):
                found.append((a, s, None))
        return found

    # The run.

    def run(self):
        kinds, behind = [], False
        for text in self.args:
            kinds.append(None if behind else "--" if text == "--" else self.classify(text))
            behind = behind or text == "--"
        self.kinds, at = kinds, 0
        while at < len(self.args):
            if kinds[at] is None or kinds[at] == "--":
                at = self.positionals(at)
            else:
                at = self.option(at)
        self.positionals(at)
        self.finish()
        return self.extras

    def values_from(self, at):
        """How many values stand together from here."""
        n = at
        while n < len(self.args) and (self.kinds[n] is None or self.kinds[n] == "--"):
            n += 1
        return n - at

    def positionals(self, at):
        n = self.values_from(at)
        marks = [i for i in range(at, at + n) if self.kinds[i] == "--"]
        n -= len(marks[:1])
        whole = [self.args[i] for i in range(at, at + n + len(marks[:1])) if i not in marks[:1]]
        for k in range(len(self.places), 0, -1):
            bounds = [_bounds(a.nargs) for a in self.places[:k]]
            if sum([low for low, _ in bounds]) <= n:
                break
        else:
            self.extras += whole
            return at + n + len(marks[:1])
        taken = 0
        for i, (low, high) in enumerate(bounds):
            count = min(high, n - taken - sum([b[0] for b in bounds[i + 1:]]))
            action = self.places[i]
            if action.nargs in (PARSER, REMAINDER):
                start = at + len(marks[:1]) + taken
                values, count = self.args[start:], n - taken
                self.places = self.places[i + 1:]
                self.take(action, values)
                return len(self.args)
            self.take(action, whole[taken:taken + count])
            taken += count
        self.places = self.places[k:]
        self.extras += whole[taken:] if not self.places else []
        if self.places and taken < n:
            self.extras += whole[taken:]
        return at + n + len(marks[:1])

    def option(self, at):
        action, name, value = self.kinds[at]
        if action is None:
            self.extras.append(self.args[at])
            return at + 1
        low, high = _bounds(action.nargs)
        if value is not None and high == 0:
            return self.joined(action, name, value, at)
        if value is not None:
            if low > 1:
                raise self.expected(action)
            self.take(action, [value], name)
            return at + 1
        if action.nargs == REMAINDER:
            self.take(action, self.args[at + 1:], name)
            return len(self.args)
        n = 0
        while n < high and at + 1 + n < len(self.args) and self.kinds[at + 1 + n] is None:
            n += 1
        if n < low:
            raise self.expected(action)
        self.take(action, self.args[at + 1:at + 1 + n], name)
        return at + 1 + n

    def joined(self, action, name, value, at):
        """-abc: short options without values in one argument."""
        while True:
            if name.startswith("--") or not value or value.startswith("="):
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            self.take(action, [], name)
            name = "-" + value[0]
            following = self.parser._find(name)
            if following is None:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
            action, value = following, value[1:]
            if _bounds(action.nargs)[1] == 0:
                if not value:
                    self.take(action, [], name)
                    return at + 1
                continue
            if value:
                self.take(action, [value], name)
                return at + 1
            self.kinds[at] = (action, name, None)
            return self.option(at)

    def expected(self, action):
        n = action.nargs
        text = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                ONE_OR_MORE: "expected at least one argument"}.get(n)
        return ArgumentError(action, text or f"expected {n} argument{'' if n == 1 else 's'}")

    # Values.

    def take(self, action, texts, name=None):
        self.seen.append(action)
        value = self.convert(action, texts)
        if value is not action.default or texts:
            for group in self.parser._exclusive:
                for other in group._group_actions:
                    if action in group._group_actions and other is not action and other in self.given:
                        raise ArgumentError(action, f"not allowed with argument {other.error_name()}")
            self.given.append(action)
        if value is not SUPPRESS:
            action(self.parser, self.namespace, value, name)

    def convert(self, action, texts):
        p, n = self.parser, action.nargs
        if n == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = p._get_value(action, value)
                p._check_value(action, value)
            return value
        if n == ZERO_OR_MORE and not texts and not action.option_strings:
            value = [] if action.default is None else action.default
            return value
        if n is None or n == OPTIONAL:
            value = p._get_value(action, texts[0])
            p._check_value(action, value)
            return value
        values = [p._get_value(action, t) for t in texts]
        if n == PARSER:
            p._check_value(action, values[0])
        elif n != REMAINDER:
            for v in values:
                p._check_value(action, v)
        return values

    def finish(self):
        """Defaults that are texts get their types; what is missing is an error."""
        missing = []
        for a in self.parser._actions:
            if a in self.seen:
                continue
            if a.required:
                missing.append(a.error_name())
            elif isinstance(a.default, str) and getattr(self.namespace, a.dest, None) is a.default:
                setattr(self.namespace, a.dest, self.parser._get_value(a, a.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._exclusive:
            if group.required and not any(a in self.given for a in group._group_actions):
                names = " ".join([a.error_name() for a in group._group_actions if a.help is not SUPPRESS])
                raise ArgumentError(None, f"one of the arguments {names} is required")
