"""re: regular expressions on texts that are known while compiling, by backtracking.

A pattern becomes a tree of tuples, and the tree functions m(text, i, groups, k) that call the rest of the match k(j, groups).
"""

import enum
from functools import partial


class RegexFlag(enum.IntFlag):
    I = IGNORECASE = 2
    M = MULTILINE = 8
    S = DOTALL = 16
    X = VERBOSE = 64
    A = ASCII = 256


I = IGNORECASE = RegexFlag.I
M = MULTILINE = RegexFlag.M
S = DOTALL = RegexFlag.S
X = VERBOSE = RegexFlag.X
A = ASCII = RegexFlag.A
NOFLAG = RegexFlag(0)
_MOST = 1 << 30


class error(Exception):
    def __init__(self, msg, pattern=None, pos=None):
        self.msg, self.pattern, self.pos = msg, pattern, pos
        Exception.__init__(self, msg if pos is None else f"{msg} at position {pos}")


PatternError = error


def _is_word(c):
    return c.isalnum() or c == "_"


_SETS = {"d": str.isdecimal, "w": _is_word, "s": str.isspace}
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}


class _Parser:
    """Recursive descent over alternatives, sequences and repeated items."""

    def __init__(self, pattern, flags):
        self.p, self.i, self.flags, self.names, self.n = pattern, 0, flags, {}, 0

    def fail(self, msg):
        raise error(msg, self.p, self.i)

    def peek(self):
        return self.p[self.i:self.i + 1]

    def take(self, text):
        found = self.p.startswith(text, self.i)
        self.i += len(text) if found else 0
        return found

    def until(self, end):
        at = self.p.find(end, self.i)
        if at < 0:
            self.fail(f"missing {end}, unterminated name")
        name, self.i = self.p[self.i:at], at + len(end)
        return name

    def whole(self):
        node = self.either()
        if self.i < len(self.p):
            self.fail("unbalanced parenthesis")
        return node

    def either(self):
        ways = [self.sequence()]
        while self.take("|"):
            ways.append(self.sequence())
        return ways[0] if len(ways) == 1 else ("either", ways)

    def blanks(self):
        while self.flags & 64 and self.peek() and self.peek() in " \t\n\r\f\v#":
            if self.take("#"):
                end = self.p.find("\n", self.i)
                self.i = len(self.p) if end < 0 else end
            else:
                self.i += 1

    def sequence(self):
        items = []
        self.blanks()
        while self.peek() and self.peek() not in "|)":
            item = self.repeated(self.item())
            if item is not None:
                items.append(item)
            self.blanks()
        return ("sequence", items)

    def repeated(self, item):
        self.blanks()
        c, start = self.peek(), self.i
        if c and c in "*+?":
            self.i += 1
            least, most = {"*": (0, _MOST), "+": (1, _MOST), "?": (0, 1)}[c]
        elif c != "{" or not self.counts():
            return item
        else:
            least, most = self.counts()
            self.i = self.p.index("}", self.i) + 1
        if item is None or item[0] == "at":
            self.i = start
            self.fail("nothing to repeat")
        lazy = self.take("?")
        if self.peek() and self.peek() in "*+?":
            self.fail("multiple repeat")
        return ("repeat", item, least, most, lazy)

    def counts(self):
        """(least, most) of {m,n}, or None when the brace is just a brace."""
        end = self.p.find("}", self.i)
        low, comma, high = self.p[self.i + 1:end].partition(",") if end > 0 else ("", "", "")
        if not (low + high).isdigit() and not (comma and not low + high):
            return None
        return int(low or 0), int(high) if high else _MOST if comma else int(low)

    def item(self):
        c = self.peek()
        self.i += 1
        if c == "(":
            return self.group()
        if c == "[":
            return self.char_set()
        if c == "\\":
            return self.escape()
        if c == ".":
            return ("set", (lambda x: True) if self.flags & 16 else (lambda x: x != "\n"))
        if c == "^":
            return ("at", "line" if self.flags & 8 else "begin")
        if c == "$":
            return ("at", "line_end" if self.flags & 8 else "end")
        if c in "*+?":
            self.i -= 1
            self.fail("nothing to repeat")
        return ("char", c)

    def group(self):
        number, kind = None, None
        if not self.take("?"):
            self.n += 1
            number = self.n
        elif self.take("P<"):
            name = self.until(">")
            if not name.isidentifier():
                self.fail(f"bad character in group name {name!r}")
            self.n += 1
            number = self.names[name] = self.n
        elif self.take("P="):
            return ("same", self.names[self.until(")")])
        elif self.take("#"):
            self.until(")")
            return None
        else:
            for mark in ("<=", "<!", ":", "=", "!"):
                if self.take(mark):
                    kind = mark
                    break
            else:
                return self.inline()
        node = self.either()
        if not self.take(")"):
            self.fail("missing ), unterminated subpattern")
        if number:
            return ("group", node, number)
        return node if kind == ":" else ("look", node, kind)

    def inline(self):
        """(?ims) for the whole pattern."""
        for c in self.until(")"):
            if c not in "imsxau":
                self.fail("unknown extension ?" + c)
            self.flags |= {"i": 2, "m": 8, "s": 16, "x": 64, "a": 256, "u": 0}[c]
        return None

    def escape(self):
        c = self.peek()
        self.i += 1
        if not c:
            self.fail("bad escape (end of pattern)")
        if c in "dws":
            return ("set", _SETS[c])
        if c in "DWS":
            return ("set", lambda x, has=_SETS[c.lower()]: not has(x))
        if c in "bBAZ":
            return ("at", c)
        if c.isdigit() and c != "0":
            while self.peek().isdigit():
                c += self.peek()
                self.i += 1
            return ("same", int(c))
        return ("char", self.plain(c))

    def plain(self, c):
        if c in "xu":
            n = 2 if c == "x" else 4
            self.i += n
            return chr(int(self.p[self.i - n:self.i], 16))
        if c.isascii() and c.isalpha() and c not in _PLAIN:
            self.fail(f"bad escape \\{c}")
        return _PLAIN.get(c, c)

    def set_item(self):
        """A character, or a test."""
        c = self.peek()
        self.i += 1
        if c != "\\":
            return c
        c = self.peek()
        self.i += 1
        if c and c in "dwsDWS":
            self.i -= 1
            return self.escape()[1]
        return "\b" if c == "b" else self.plain(c)

    def char_set(self):
        negated, chars, ranges, tests = self.take("^"), set(), [], []
        first = True
        while first or self.peek() != "]":
            if not self.peek():
                self.fail("unterminated character set")
            first, item = False, self.set_item()
            if not isinstance(item, str):
                tests.append(item)
            elif self.peek() == "-" and self.p[self.i + 1:self.i + 2] not in ("]", ""):
                self.i += 1
                high = self.set_item()
                if not isinstance(high, str) or high < item:
                    self.fail(f"bad character range {item}-{high}")
                ranges.append((item, high))
            else:
                chars.add(item)
        self.i += 1

        def has(c):
            return c in chars or any(a <= c <= b for a, b in ranges) or any(t(c) for t in tests)

        if self.flags & 2:
            return ("set", lambda c: (has(c.lower()) or has(c.upper())) != negated)
        return ("set", lambda c: has(c) != negated)


def _at(where, text, i):
    n = len(text)
    if where == "begin" or where == "A":
        return i == 0
    if where == "line":
        return i == 0 or text[i - 1] == "\n"
    if where == "Z":
        return i == n
    if where == "end":
        return i == n or (i == n - 1 and text[i] == "\n")
    if where == "line_end":
        return i == n or text[i] == "\n"
    edge = (i > 0 and _is_word(text[i - 1])) != (i < n and _is_word(text[i]))
    return edge == (where == "b")


def _single(node, flags):
    """The test of an item of exactly one character, or None."""
    if node[0] == "set":
        return node[1]
    if node[0] == "char":
        if flags & 2:
            return lambda c, low=node[1].lower(): c.lower() == low
        return lambda c, want=node[1]: c == want
    return _single(node[1][0], flags) if node[0] == "sequence" and len(node[1]) == 1 else None


def _m_single(test, text, i, groups, k):
    return k(i + 1, groups) if i < len(text) and test(text[i]) else None


def _m_at(where, text, i, groups, k):
    return k(i, groups) if _at(where, text, i) else None


def _m_same(number, fold, text, i, groups, k):
    span = groups.get(number)
    if span is None:
        return None
    want = text[span[0]:span[1]]
    found = text[i:i + len(want)]
    if found == want or (fold and found.lower() == want.lower()):
        return k(i + len(want), groups)
    return None


def _m_sequence(parts, text, i, groups, k):
    def from_part(n, i, groups):
        if n == len(parts):
            return k(i, groups)
        return parts[n](text, i, groups, lambda j, g: from_part(n + 1, j, g))

    return from_part(0, i, groups)


def _m_either(parts, text, i, groups, k):
    for part in parts:
        found = part(text, i, groups, k)
        if found is not None:
            return found
    return None


def _m_group(inner, number, text, i, groups, k):
    return inner(text, i, groups, lambda j, g: k(j, {**g, number: (i, j), 0: number}))


def _m_look(inner, kind, text, i, groups, k):
    found = None
    if kind in ("=", "!"):
        found = inner(text, i, groups, lambda j, g: (j, g))
    else:
        for start in range(i, -1, -1):
            found = inner(text, start, groups, lambda j, g: (j, g) if j == i else None)
            if found is not None:
                break
    if kind in ("=", "<="):
        return None if found is None else k(i, found[1])
    return k(i, groups) if found is None else None


def _m_run(test, least, most, lazy, text, i, groups, k):
    """A repeated character: a loop, no recursion."""
    end, limit = i, min(len(text), i + most)
    while end < (i + least if lazy else limit) and end < limit and test(text[end]):
        end += 1
    if end - i < least:
        return None
    while True:
        found = k(end, groups)
        if found is not None:
            return found
        if lazy:
            if end >= limit or not test(text[end]):
                return None
            end += 1
        elif end == i + least:
            return None
        else:
            end -= 1


def _m_repeat(inner, least, most, lazy, text, i, groups, k):
    def more(count, i, groups):
        def again(j, g):
            return None if j == i and count >= least else more(count + 1, j, g)

        if count < least:
            return inner(text, i, groups, again)
        if lazy:
            found = k(i, groups)
            return found if found is not None or count >= most else inner(text, i, groups, again)
        found = inner(text, i, groups, again) if count < most else None
        return k(i, groups) if found is None else found

    return more(0, i, groups)


def _matcher(node, flags):
    kind, test = node[0], _single(node, flags)
    if test is not None:
        return partial(_m_single, test)
    if kind == "at":
        return partial(_m_at, node[1])
    if kind == "same":
        return partial(_m_same, node[1], bool(flags & 2))
    if kind in ("sequence", "either"):
        return partial(_m_sequence if kind == "sequence" else _m_either, [_matcher(n, flags) for n in node[1]])
    if kind in ("group", "look"):
        return partial(_m_group if kind == "group" else _m_look, _matcher(node[1], flags), node[2])
    test = _single(node[1], flags)
    if test is not None:
        return partial(_m_run, test, *node[2:])
    return partial(_m_repeat, _matcher(node[1], flags), *node[2:])


class Match:
    def __init__(self, re, string, pos, span, groups):
        self.re, self.string, self.pos, self.endpos = re, string, pos, len(string)
        self._spans = [span] + [groups.get(i) for i in range(1, re.groups + 1)]
        self.lastindex = groups.get(0)
        self.lastgroup = next((name for name, i in re.groupindex.items() if i == self.lastindex), None)

    def _number(self, g):
        n = self.re.groupindex.get(g, -1) if isinstance(g, str) else g
        if not 0 <= n < len(self._spans):
            raise IndexError("no such group")
        return n

    def span(self, group=0):
        return self._spans[self._number(group)] or (-1, -1)

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def __getitem__(self, group):
        span = self._spans[self._number(group)]
        return None if span is None else self.string[span[0]:span[1]]

    def group(self, *groups):
        if len(groups) < 2:
            return self[groups[0] if groups else 0]
        return tuple([self[g] for g in groups])

    def groups(self, default=None):
        found = [self[i] for i in range(1, len(self._spans))]
        return tuple([default if g is None else g for g in found])

    def groupdict(self, default=None):
        return {name: default if self[name] is None else self[name] for name in self.re.groupindex}

    def expand(self, template):
        return _expand(template)(self)

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self[0]!r}>"


def _expand(template):
    """A function of the match that fills in a replacement."""
    if callable(template):
        return template
    parts, i = [], 0
    while i < len(template):
        c, i = template[i], i + 1
        if c != "\\" or i == len(template):
            parts.append(c)
            continue
        c, i = template[i], i + 1
        if c == "g" and template[i:i + 1] == "<":
            end = template.index(">", i)
            name, i = template[i + 1:end], end + 1
            parts.append((int(name) if name.isdigit() else name,))
        elif c.isdigit() and c != "0":
            two = template[i:i + 1].isdigit()
            parts.append((int(template[i - 1:i + two]),))
            i += two
        elif c.isascii() and c.isalpha() and c not in _PLAIN:
            raise error(f"bad escape \\{c}", template, i - 2)
        else:
            parts.append(_PLAIN.get(c, c))
    return lambda m: "".join([p if isinstance(p, str) else m[p[0]] or "" for p in parts])


class Pattern:
    def __init__(self, pattern, flags=0):
        if not isinstance(pattern, str):
            raise NotImplementedError("re: patterns of bytes are not supported")
        parser = _Parser(pattern, int(flags))
        tree = parser.whole()
        self.pattern, self.flags, self.groups, self.groupindex = pattern, parser.flags, parser.n, parser.names
        self._match = _matcher(tree, parser.flags)

    def _try(self, string, i, full=False, pos=0):
        done = (lambda j, g: (j, g) if j == len(string) else None) if full else (lambda j, g: (j, g))
        found = self._match(string, i, {}, done)
        return None if found is None else Match(self, string, pos, (i, found[0]), found[1])

    def match(self, string, pos=0):
        return self._try(string, pos, pos=pos)

    def fullmatch(self, string, pos=0):
        return self._try(string, pos, True, pos)

    def search(self, string, pos=0):
        return next((m for m in map(partial(self._try, string), range(pos, len(string) + 1)) if m), None)

    def finditer(self, string, pos=0):
        i, advance = pos, False
        while i <= len(string):
            m = self._not_empty(string, i) if advance else None
            m = m or self.search(string, i + advance)
            if m is None:
                return
            yield m
            i, advance = m.end(), m.start() == m.end()

    def _not_empty(self, string, at):
        found = self._match(string, at, {}, lambda j, g: (j, g) if j > at else None)
        return None if found is None else Match(self, string, 0, (at, found[0]), found[1])

    def findall(self, string, pos=0):
        pick = (lambda m: m[0]) if not self.groups else (lambda m: m[1] or "") if self.groups == 1 else \
            (lambda m: m.groups(""))
        return [pick(m) for m in self.finditer(string, pos)]

    def split(self, string, maxsplit=0):
        parts, at = [], 0
        for m in self.finditer(string):
            if maxsplit and len(parts) // (1 + self.groups) >= maxsplit:
                break
            parts += [string[at:m.start()], *m.groups()]
            at = m.end()
        return parts + [string[at:]]

    def subn(self, repl, string, count=0):
        parts, at, n, fill = [], 0, 0, _expand(repl)
        for m in self.finditer(string):
            if count and n >= count:
                break
            parts += [string[at:m.start()], fill(m)]
            at, n = m.end(), n + 1
        return "".join(parts) + string[at:], n

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        return f"re.compile({self.pattern!r})"

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        return pattern
    key = (pattern, int(flags))
    if key not in _cache:
        _cache[key] = Pattern(pattern, flags)
    return _cache[key]


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return "".join(["\\" + c if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else c for c in pattern])


def purge():
    _cache.clear()
