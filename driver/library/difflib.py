"""difflib: how two sequences differ, by Ratcliff and Obershelp's longest matching blocks."""

from collections import namedtuple

Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares a with b: the longest block that both have, then what is left and right of it."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        self.a, self._blocks, self._opcodes = a, None, None

    def set_seq2(self, b):
        self.b, self._blocks, self._opcodes = b, None, None
        self.b2j, self.bjunk, self.bpopular = {}, set(), set()
        for j, x in enumerate(b):
            self.b2j.setdefault(x, []).append(j)
        if self.isjunk:
            self.bjunk = {x for x in self.b2j if self.isjunk(x)}
        if self.autojunk and len(b) >= 200:
            self.bpopular = {x for x, at in self.b2j.items() if x not in self.bjunk and len(at) > len(b) // 100 + 1}
        for x in self.bjunk | self.bpopular:
            del self.b2j[x]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block of a[alo:ahi] and b[blo:bhi], the first of several; junk only beside what is none."""
        a, b = self.a, self.b
        ahi, bhi = len(a) if ahi is None else ahi, len(b) if bhi is None else bhi
        i0, j0, size, ending = alo, blo, 0, {}
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if blo <= j < bhi:
                    k = now[j] = ending.get(j - 1, 0) + 1
                    if k > size:
                        i0, j0, size = i - k + 1, j - k + 1, k
            ending = now
        for junk in (False, True):
            while i0 > alo and j0 > blo and (b[j0 - 1] in self.bjunk) == junk and a[i0 - 1] == b[j0 - 1]:
                i0, j0, size = i0 - 1, j0 - 1, size + 1
            while i0 + size < ahi and j0 + size < bhi and (b[j0 + size] in self.bjunk) == junk and a[i0 + size] == b[j0 + size]:
                size += 1
        return Match(i0, j0, size)

    def get_matching_blocks(self):
        if self._blocks is not None:
            return self._blocks
        todo, found = [(0, len(self.a), 0, len(self.b))], []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = block = self.find_longest_match(alo, ahi, blo, bhi)
            if k:
                found.append(block)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + k < ahi and j + k < bhi:
                    todo.append((i + k, ahi, j + k, bhi))
        joined = []
        for i, j, k in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + k)
            else:
                joined.append((i, j, k))
        self._blocks = [Match(*b) for b in joined + [(len(self.a), len(self.b), 0)]]
        return self._blocks

    def get_opcodes(self):
        """(tag, i1, i2, j1, j2): how to make b[j1:j2] of a[i1:i2]."""
        if self._opcodes is None:
            self._opcodes, i, j = [], 0, 0
            for ai, bj, size in self.get_matching_blocks():
                tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert" if j < bj else ""
                if tag:
                    self._opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self._opcodes.append(("equal", ai, i, bj, j))
        return self._opcodes

    def get_grouped_opcodes(self, n=3):
        """The differences in groups with n equal elements around them."""
        codes = list(self.get_opcodes() or [("equal", 0, 1, 0, 1)])
        if codes[0][0] == "equal":
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == "equal":
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                yield group + [(tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))]
                group, i1, j1 = [], max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        return _ratio(sum(b[2] for b in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """At least ratio()."""
        counts, matches = {}, 0
        for x in self.b:
            counts[x] = counts.get(x, 0) + 1
        for x in self.a:
            matches += counts.get(x, 0) > 0
            counts[x] = counts.get(x, 0) - 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The n most similar ones, the best first."""
    found, s = [], SequenceMatcher()
    s.set_seq2(word)
    for x in possibilities:
        s.set_seq1(x)
        if s.ratio() >= cutoff:
            found.append((s.ratio(), x))
    return [x for _, x in sorted(found, reverse=True)[:n]]


def IS_LINE_JUNK(line):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


class Differ:
    """Lines of two texts with "- ", "+ ", "  " or "? " before them."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, i1, i2, b, j1, j2)
            else:
                yield from [("- " if tag == "delete" else "  ") + x for x in a[i1:i2]]
                yield from ["+ " + x for x in b[j1:j2]] if tag == "insert" else []

    def _plain(self, a, i1, i2, b, j1, j2):
        minus, plus = ["- " + x for x in a[i1:i2]], ["+ " + x for x in b[j1:j2]]
        return plus + minus if j2 - j1 < i2 - i1 else minus + plus

    def _replaced(self, a, i1, i2, b, j1, j2):
        """The most similar lines beside each other, with a guide to what differs in them; before and after likewise."""
        best, at, equal, s = 0.74, None, None, SequenceMatcher(self.charjunk)
        for j in range(j1, j2):
            s.set_seq2(b[j])
            for i in range(i1, i2):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                s.set_seq1(a[i])
                if s.real_quick_ratio() > best and s.quick_ratio() > best and s.ratio() > best:
                    best, at = s.ratio(), (i, j)
        if best < 0.75 and equal is None:
            yield from self._plain(a, i1, i2, b, j1, j2)
            return
        i, j = at if best >= 0.75 else equal
        yield from self._around(a, i1, i, b, j1, j)
        if best >= 0.75:
            yield from self._guided(a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._around(a, i + 1, i2, b, j + 1, j2)

    def _around(self, a, i1, i2, b, j1, j2):
        return self._replaced(a, i1, i2, b, j1, j2) if i1 < i2 and j1 < j2 else self._plain(a, i1, i2, b, j1, j2)

    def _guided(self, x, y):
        marks, gx, gy = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}, "", ""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, x, y).get_opcodes():
            gx += marks[tag][0] * (i2 - i1)
            gy += marks[tag][1] * (j2 - j1)
        for sign, line, guide in (("- ", x, gx), ("+ ", y, gy)):
            yield sign + line
            guide = "".join([c if t == " " and c.isspace() else t for c, t in zip(line, guide)]).rstrip()
            if guide:
                yield f"? {guide}\n"


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The lines of text 1 or 2 of what ndiff gives."""
    keep = {1: ("- ", "  "), 2: ("+ ", "  ")}[int(which)]
    return (line[2:] for line in delta if line[:2] in keep)


def _range(start, stop):
    n = stop - start
    return f"{start + 1}" if n == 1 else f"{start + 1 if n else start},{n}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The format of diff -u."""
    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            for sign, name, date in (("---", fromfile, fromfiledate), ("+++", tofile, tofiledate)):
                yield f"{sign} {name}" + (f"\t{date}" if date else "") + lineterm
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            yield from [(" " if tag == "equal" else "-") + x for x in a[i1:i2]] if tag != "insert" else []
            yield from ["+" + x for x in b[j1:j2]] if tag in ("replace", "insert") else []
