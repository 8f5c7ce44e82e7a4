"""pprint: nested containers, broken into lines where they are too wide."""

from dataclasses import fields, is_dataclass


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    print(pformat(object, indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers), file=stream)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._text(object, 1)


def _key(x):
    return (str(type(x)), id(x))


class _Ordered:
    """Sorts by value, where that fails by type."""

    def __init__(self, x):
        self.x = x

    def __lt__(self, other):
        try:
            return self.x < other.x
        except TypeError:
            return _key(self.x) < _key(other.x)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self.indent, self.width, self.depth, self.stream = indent, width, depth, stream
        self.compact, self.sort_dicts, self.underscores = compact, sort_dicts, underscore_numbers

    def pformat(self, object):
        out = []
        self._put(out, object, 0, 0, 0)
        return "".join(out)

    def pprint(self, object):
        print(self.pformat(object), file=self.stream)

    def _items(self, d):
        return sorted(d.items(), key=lambda p: _Ordered(p[0])) if self.sort_dicts else list(d.items())

    def _text(self, x, level):
        """On one line."""
        kind = type(x)
        if kind is int and self.underscores:
            return f"{x:_d}"
        if kind not in (dict, list, tuple) or not x:
            return repr(x)
        if self.depth and level > self.depth:
            return "{...}" if kind is dict else "[...]" if kind is list else "(...)"
        if kind is dict:
            pairs = [f"{self._text(k, level + 1)}: {self._text(v, level + 1)}" for k, v in self._items(x)]
            return "{" + ", ".join(pairs) + "}"
        inner = ", ".join([self._text(v, level + 1) for v in x])
        if kind is list:
            return f"[{inner}]"
        return f"({inner},)" if len(x) == 1 else f"({inner})"

    def _put(self, out, x, column, after, level):
        """Appends x, which begins at a column and has `after` characters behind it."""
        level += 1
        text = self._text(x, level)
        if len(text) <= self.width - column - after or (self.depth and level > self.depth):
            out.append(text)
        elif type(x).__repr__ is dict.__repr__ and isinstance(x, dict):
            self._dict(out, x, column, after, level)
        elif isinstance(x, (list, tuple, set, frozenset)) and type(x) in (list, tuple, set, frozenset):
            self._sequence(out, x, column, after, level)
        elif isinstance(x, str) and type(x) is str and len(x):
            self._string(out, x, column, after, level)
        elif is_dataclass(x) and not isinstance(x, type) and "__create_fn__" not in text:
            name = type(x).__name__
            pairs = [(f.name, getattr(x, f.name)) for f in fields(x) if f.repr]
            self._named(out, name, pairs, column, after, level)
        else:
            out.append(text)

    def _dict(self, out, d, column, after, level):
        out.append("{" + " " * (self.indent - 1))
        pairs, inner = self._items(d), column + self.indent
        for i, (k, v) in enumerate(pairs):
            key, last = self._text(k, level), i == len(pairs) - 1
            out.append(key + ": ")
            self._put(out, v, inner + len(key) + 2, after + 1 if last else 1, level)
            if not last:
                out.append(",\n" + " " * inner)
        out.append("}")

    def _sequence(self, out, x, column, after, level):
        begin, end = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}[type(x)]
        if isinstance(x, tuple) and len(x) == 1:
            end = ",)"
        items = sorted(x, key=_Ordered) if isinstance(x, (set, frozenset)) else list(x)
        out.append(begin + " " * (self.indent - 1))
        self._rows(out, items, column + len(begin) + self.indent - 1, after + len(end), level)
        out.append(end)

    def _rows(self, out, items, column, after, level):
        room, separator = self.width - column, ""
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if self.compact:
                text = self._text(item, level)
                most = self.width - column - (after if last else 0)
                if room < self.width - column and len(text) + 2 <= room - (after if last else 0):
                    out.append(", " + text)
                    room -= len(text) + 2
                    continue
                if len(text) <= most:
                    out.append(separator + text)
                    separator, room = ",\n" + " " * column, self.width - column - len(text)
                    continue
                room = 0
            out.append(separator)
            separator = ",\n" + " " * column
            self._put(out, item, column, after if last else 1, level)

    def _string(self, out, s, column, after, level):
        """A long text as literals of words, one a line."""
        lines, chunks = s.splitlines(True), []
        if level == 1:
            column, after = column + 1, after + 1
        room = self.width - column
        for i, line in enumerate(lines):
            most = room - after if i == len(lines) - 1 else room
            if len(repr(line)) <= most:
                chunks.append(repr(line))
                continue
            current, parts = "", _words(line)
            for j, part in enumerate(parts):
                limit = room - after if j == len(parts) - 1 and i == len(lines) - 1 else room
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        text = ("\n" + " " * column).join(chunks)
        out.append(f"({text})" if level == 1 else text)

    def _named(self, out, name, pairs, column, after, level):
        out.append(name + "(")
        inner = column + len(name) + 1
        for i, (k, v) in enumerate(pairs):
            last = i == len(pairs) - 1
            out.append(k + "=")
            self._put(out, v, inner + len(k) + 1, after + 1 if last else 1, level)
            if not last:
                out.append(",\n" + " " * inner)
        out.append(")")


def _words(line):
    """Words with the blanks behind them."""
    parts, start = [], 0
    for i in range(1, len(line)):
        if line[i - 1].isspace() and not line[i].isspace():
            parts.append(line[start:i])
            start = i
    return parts + [line[start:]]
