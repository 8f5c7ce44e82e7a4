"""json: values as JSON text and back."""

from _cjax import made

INFINITY = float("inf")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


def _quote(text, ascii_only):
    out = ['"']
    for c in text:
        n = ord(c)
        if c in _ESCAPES:
            out.append(_ESCAPES[c])
        elif n < 32 or (ascii_only and 126 < n < 0x10000):
            out.append(f"\\u{n:04x}")
        elif ascii_only and n >= 0x10000:
            n -= 0x10000
            out.append(f"\\u{0xD800 | n >> 10:04x}\\u{0xDC00 | n & 0x3FF:04x}")
        else:
            out.append(c)
    return "".join(out) + '"'


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys = allow_nan, sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return self._value(o, "\n", [])

    def iterencode(self, o):
        yield self.encode(o)

    def _float(self, x):
        if isinstance(x, float) and (x != x or x in (INFINITY, -INFINITY)):
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(x))
            return "NaN" if x != x else "Infinity" if x > 0 else "-Infinity"
        return float.__repr__(float(x))  # of NumPy, too

    def _value(self, o, line, outer):
        if o is None or o is True or o is False:
            return {None: "null", True: "true", False: "false"}[o]
        if isinstance(o, bool):  # of the executable
            return "true" if o else "false"
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        if self.check_circular and any(o is x for x in outer):
            raise ValueError("Circular reference detected")
        outer = outer + [o]
        if isinstance(o, (list, tuple)):
            return self._group("[]", [self._value(x, self._deeper(line), outer) for x in o], line)
        if isinstance(o, dict):
            return self._group("{}", self._pairs(o, self._deeper(line), outer), line)
        return self._value(self.default(o), line, outer)

    def _deeper(self, line):
        return line if self.indent is None else line + self.indent

    def _pairs(self, o, line, outer):
        pairs = []
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if key is None or isinstance(key, (bool, int, float)):
                key = self._value(key, line, outer)
            elif not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {type(key).__name__}")
            pairs.append(_quote(key, self.ensure_ascii) + self.key_separator + self._value(value, line, outer))
        return pairs

    def _group(self, ends, items, line):
        if not items:
            return ends
        if self.indent is None:
            return ends[0] + self.item_separator.join(items) + ends[1]
        inner = line + self.indent
        return ends[0] + inner + (self.item_separator + inner).join(items) + line + ends[1]


def dumps(obj, *, cls=None, **kw):
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {"NaN": float("nan"), "Infinity": INFINITY,
                                                 "-Infinity": -INFINITY}.__getitem__

    def decode(self, s):
        value, end = self.raw_decode(s, _blank(s, 0))
        end = _blank(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        c = s[idx:idx + 1]
        if c == '"':
            return _string(s, idx + 1)
        if c == "[":
            return self._array(s, idx + 1)
        if c == "{":
            return self._object(s, idx + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if s.startswith(word, idx):
                return value, idx + len(word)
        for word in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(word, idx):
                return self.parse_constant(word), idx + len(word)
        return self._number(s, idx)

    def _number(self, s, idx):
        end, start = idx + (s[idx:idx + 1] == "-"), idx
        digits = _digits(s, end)
        if digits == end:
            raise JSONDecodeError("Expecting value", s, idx)
        end = end + 1 if s[end] == "0" else digits
        whole = end
        if s[end:end + 1] == "." and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
        if s[end:end + 1] in ("e", "E"):
            sign = end + 1 + (s[end + 1:end + 2] in ("+", "-"))
            end = _digits(s, sign) if _digits(s, sign) > sign else end
        convert = self.parse_int if end == whole else self.parse_float
        return convert(s[start:end]), end

    def _array(self, s, at):
        items, at = [], _blank(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self.raw_decode(s, _blank(s, at))
            items.append(value)
            at = _blank(s, at)
            if s[at:at + 1] == "]":
                return items, at + 1
            if s[at:at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at += 1

    def _object(self, s, at):
        pairs, at = [], _blank(s, at)
        while s[at:at + 1] != "}":
            if s[at:at + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
            key, at = _string(s, at + 1)
            at = _blank(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self.raw_decode(s, _blank(s, at + 1))
            pairs.append((key, value))
            at = _blank(s, at)
            if s[at:at + 1] == "}":
                break
            if s[at:at + 1] != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _blank(s, at + 1)
            if s[at:at + 1] == "}":
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at + 1


def _blank(s, at):
    while s[at:at + 1] in (" ", "\t", "\n", "\r"):
        at += 1
    return at


def _digits(s, at):
    while "0" <= s[at:at + 1] <= "9":
        at += 1
    return at


def _string(s, at):
    """The text behind the quote before `at`, and where it ends."""
    out, begin = [], at - 1
    plain = {v[1]: k for k, v in _ESCAPES.items()} | {"/": "/"}
    while True:
        c = s[at:at + 1]
        if c == '"':
            return "".join(out), at + 1
        if c == "":
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if c < " ":
            raise JSONDecodeError("Invalid control character at", s, at)
        at += 1
        if c != "\\":
            out.append(c)
            continue
        escape = s[at:at + 1]
        if escape == "u":
            n, at = _unicode(s, at + 1)
            out.append(chr(n))
        elif escape in plain:
            out.append(plain[escape])
            at += 1
        else:
            raise JSONDecodeError("Invalid \\escape", s, at - 1)


def _unicode(s, at):
    digits = s[at:at + 4]
    if len(digits) != 4 or not all(c in "0123456789abcdefABCDEF" for c in digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)
    n = int(digits, 16)
    if 0xD800 <= n < 0xDC00 and s[at + 4:at + 6] == "\\u":
        low = int(s[at + 6:at + 10], 16)
        if 0xDC00 <= low < 0xE000:
            return 0x10000 + ((n & 0x3FF) << 10 | low & 0x3FF), at + 10
    return n, at + 4


def loads(s, *, cls=None, **kw):
    if isinstance(s, bytes):
        s = s.decode("utf-8")
    if not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    return (cls or JSONDecoder)(**kw).decode(made.settled(s, "json.loads"))


def load(fp, **kw):
    return loads(fp.read(), **kw)
