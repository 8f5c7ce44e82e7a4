"""csv: rows of texts, of lines known while compiling."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


def _fields(line, rest, delimiter, quote, double, skip):
    """The fields of a row that begins with `line`; a field in quotes may go on in the next of `rest`."""
    out, text, at, inside, quoted = [], [], 0, False, False
    while True:
        while at < len(line):
            c = line[at]
            at += 1
            if inside:
                if c != quote:
                    text.append(c)
                elif double and line[at:at + 1] == quote:
                    text.append(quote)
                    at += 1
                else:
                    inside = False
            elif quote and c == quote and not text and not quoted:
                inside = quoted = True
            elif c == delimiter:
                out.append("".join(text))
                text, quoted = [], False
            elif c in "\r\n":
                break
            elif not (skip and c == " " and not text and not quoted):
                text.append(c)
        more = next(rest, None) if inside else None
        if more is None:
            break
        line, at = more, 0
    out.append("".join(text))
    return out


def reader(csvfile, dialect="excel", *, delimiter=",", quotechar='"', doublequote=True, skipinitialspace=False, quoting=QUOTE_MINIMAL, strict=False,
           lineterminator="\r\n", escapechar=None):
    """The rows of `csvfile`, lists of texts."""
    if quoting == QUOTE_NONNUMERIC or escapechar is not None or dialect not in ("excel", "excel-tab", "unix"):
        raise NotImplementedError("csv with QUOTE_NONNUMERIC, an escapechar or a dialect of one's own")
    delimiter = "\t" if dialect == "excel-tab" and delimiter == "," else delimiter
    if not isinstance(delimiter, str) or len(delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    rows = iter(csvfile)
    for line in rows:
        if not line.rstrip("\r\n"):
            yield []
            continue
        fields = _fields(line, rows, delimiter, None if quoting == QUOTE_NONE else quotechar, doublequote, skipinitialspace)
        yield fields


class DictReader:
    """The rows of `f` as dicts by the names in its first row."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **kwds):
        self._rows, self._names = reader(f, dialect, **kwds), None if fieldnames is None else list(fieldnames)
        self.restkey, self.restval = restkey, restval

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self._rows, None)
        return self._names

    def __iter__(self):
        return self

    def __next__(self):
        names, row = self.fieldnames, next(self._rows)
        while row == []:
            row = next(self._rows)
        out = dict(zip(names, row))
        if len(row) > len(names):
            out[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            out[name] = self.restval
        return out
