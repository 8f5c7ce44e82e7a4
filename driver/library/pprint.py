"""pprint: nested containers, broken into lines where they are too wide."""

from dataclasses import fields, is_dataclass

from _cjax.made import settled


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
        return self._put(object, 0, 0, 0)

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

    def _put(self, x, column, after, level):
        """The text of x, which begins at a column and has `after` characters behind it."""
        level += 1
        text = self._text(x, level)
        if not self._breaks(x) or self.depth and level > self.depth:
            return text
        # Of an array in x the executable knows the width: both texts are made.
        return text if len(text) <= self.width - column - after else self._broken(x, column, after, level)

    def _breaks(self, x):
        kind = type(x)
        return (kind in (list, tuple, set, frozenset, str) and len(x) > 0 or isinstance(x, dict) and kind.__repr__ is dict.__repr__
                or is_dataclass(x) and not isinstance(x, type))

    def _broken(self, x, column, after, level):
        if isinstance(x, dict):
            return self._dict(x, column, after, level)
        if isinstance(x, str):
            return self._string(x, column, after, level)
        if type(x) in (list, tuple, set, frozenset):
            return self._sequence(x, column, after, level)
        pairs = [(f.name, getattr(x, f.name)) for f in fields(x) if f.repr]
        return self._named(type(x).__name__, pairs, column, after, level)

    def _dict(self, d, column, after, level):
        pairs, inner, lines = self._items(d), column + self.indent, []
        for i, (k, v) in enumerate(pairs):
            key, last = self._text(k, level), i == len(pairs) - 1
            lines.append(key + ": " + self._put(v, inner + len(key) + 2, after + 1 if last else 1, level))
        return "{" + " " * (self.indent - 1) + (",\n" + " " * inner).join(lines) + "}"

    def _sequence(self, x, column, after, level):
        begin, end = {list: ("[", "]"), tuple: ("(", ")"), set: ("{", "}"), frozenset: ("frozenset({", "})")}[type(x)]
        if isinstance(x, tuple) and len(x) == 1:
            end = ",)"
        items = sorted(x, key=_Ordered) if isinstance(x, (set, frozenset)) else list(x)
        inner = column + len(begin) + self.indent - 1
        rows = self._compact if self.compact else self._rows
        return begin + " " * (self.indent - 1) + rows(items, inner, after + len(end), level) + end

    def _rows(self, items, column, after, level):
        lines = [self._put(item, column, 1, level) for item in items[:-1]]
        return (",\n" + " " * column).join([*lines, self._put(items[-1], column, after, level)])

    def _compact(self, items, column, after, level):
        """As many in a line as there is room for."""
        out, room, separator = [], self.width - column, ""
        for i, item in enumerate(items):
            last = i == len(items) - 1
            text = settled(self._text(item, level), "pprint(compact=True)")
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
            out.append(separator + self._put(item, column, after if last else 1, level))
            separator = ",\n" + " " * column
        return "".join(out)

    def _string(self, s, column, after, level):
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
            return chunks[0]
        text = ("\n" + " " * column).join(chunks)
        return f"({text})" if level == 1 else text

    def _named(self, name, pairs, column, after, level):
        inner, lines = column + len(name) + 1, []
        for i, (k, v) in enumerate(pairs):
            lines.append(k + "=" + self._put(v, inner + len(k) + 1, after + 1 if i == len(pairs) - 1 else 1, level))
        return name + "(" + (",\n" + " " * inner).join(lines) + ")"


def _words(line):
    """Words with the blanks behind them."""
    parts, start = [], 0
    for i in range(1, len(line)):
        if line[i - 1].isspace() and not line[i].isspace():
            parts.append(line[start:i])
            start = i
    return parts + [line[start:]]
