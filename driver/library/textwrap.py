"""textwrap: paragraphs of a given width, and indentation."""


class TextWrapper:
    """Breaks text into lines of at most `width` characters, between words and after hyphens."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        if fix_sentence_endings:
            raise NotImplementedError("textwrap: fix_sentence_endings is not supported")
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.break_long_words, self.drop_whitespace = break_long_words, drop_whitespace
        self.break_on_hyphens, self.max_lines, self.placeholder = break_on_hyphens, max_lines, placeholder

    def _chunks(self, text):
        """Words and the blanks between them; words are cut after hyphens between letters."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if c in "\t\n\v\f\r" else c for c in text])
        chunks, at = [], 0
        while at < len(text):
            end, blank = at, text[at].isspace()
            while end < len(text) and text[end].isspace() == blank:
                end += 1
            chunks += [text[at:end]] if blank or not self.break_on_hyphens else _cut(text[at:end])
            at = end
        return chunks

    def _long(self, chunks, line, room):
        """The part of a long word that still fits."""
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end = room
        if self.break_on_hyphens and len(chunks[-1]) > room:
            hyphen = chunks[-1].rfind("-", 0, room)
            if hyphen > 0 and any(c != "-" for c in chunks[-1][:hyphen]):
                end = hyphen + 1
        line.append(chunks[-1][:end])
        chunks[-1] = chunks[-1][end:]

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks, lines = list(reversed(self._chunks(text))), []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width, line, size = self.width - len(indent), [], 0
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and size + len(chunks[-1]) <= width:
                size += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long(chunks, line, width - size if width > 0 else 1)
                size = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            rest = chunks and not (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (not rest and size <= width):
                lines.append(indent + "".join(line))
                continue
            self._last(lines, line, size, width, indent)
            break
        return lines

    def _last(self, lines, line, size, width, indent):
        """The last line that is allowed ends with the placeholder."""
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            size -= len(line.pop())
        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
            lines[-1] = lines[-1].rstrip() + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _cut(word):
    """"well-known" as "well-", "known"; dashes of two or more stand alone."""
    parts, start, i = [], 0, 1
    while i < len(word):
        dashes = 0
        while i + dashes < len(word) and word[i + dashes] == "-":
            dashes += 1
        follows = i + dashes < len(word)
        if dashes >= 2 and follows and _is_word(word[i + dashes]) and (word[i - 1].isalnum() or word[i - 1] in "_!\"'&.,?"):
            parts += [word[start:i], word[i:i + dashes]]
            start = i = i + dashes
        elif dashes == 1 and follows and _joins(word, i):
            parts.append(word[start:i + 1])
            start = i + 1
        i += max(dashes, 1)
    return parts + [word[start:]] if start < len(word) else parts


def _is_word(c):
    return c.isalnum() or c == "_"


def _joins(word, i):
    """Whether the hyphen at i stands behind two letters and before two."""
    def letters(text):
        return len(text) == 2 and all(c.isalpha() or c == "_" for c in text)

    behind = letters(word[max(i - 2, 0):i]) or (i >= 3 and word[i - 2] == "-" and word[i - 1].isalpha())
    after = word[i + 1:i + 3]
    return behind and (letters(after) or letters(after[:1] + word[i + 3:i + 4]) and after[1:] == "-")


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the blanks that all lines begin with."""
    lines = [line if line.strip() else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        while not indent.startswith(margin):
            margin = margin[:-1]
    return "\n".join([line[len(margin or ""):] for line in lines])


def indent(text, prefix, predicate=None):
    predicate = predicate or (lambda line: line.strip())
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
