"""csv: rows of texts, of lines known while compiling; rows that the program writes."""

from _cjax.files import literal as _literal

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


class writer:
    """Writes rows as text; numbers may be those of the running program."""

    def __init__(self, csvfile, dialect="excel", *, delimiter=",", quotechar='"', lineterminator="\r\n", quoting=QUOTE_MINIMAL, doublequote=True,
                 escapechar=None):
        if dialect not in ("excel", "excel-tab", "unix") or not doublequote or escapechar is not None:
            raise NotImplementedError("csv with an escapechar, without doublequote, or with a dialect of one's own")
        self._file, self._quote = csvfile, quotechar
        self._delimiter = "\t" if dialect == "excel-tab" and delimiter == "," else delimiter
        self._end = "\n" if dialect == "unix" and lineterminator == "\r\n" else lineterminator
        self._quoting = QUOTE_ALL if dialect == "unix" and quoting == QUOTE_MINIMAL else quoting

    def _field(self, x, alone):
        if x is None:
            x = ""
        elif isinstance(x, float):
            x = repr(x)
        elif not isinstance(x, str):
            x, number = str(x), isinstance(x, int) or hasattr(x, "dtype")
            if number and self._quoting in (QUOTE_MINIMAL, QUOTE_NONNUMERIC):
                return x
        special, known = [self._delimiter, self._quote, "\r", "\n"], _literal(x)
        if known is None or known is not x and any(c in known for c in special):
            raise NotImplementedError("csv: a text that only the running program knows may need quotes; write numbers, or texts without commas")
        if known is not x and self._quoting != QUOTE_ALL:
            return x
        if self._quoting == QUOTE_NONE:
            if any(c in x for c in special):
                raise Error("need to escape, but no escapechar set")
            return x
        if self._quoting == QUOTE_MINIMAL and not (x == "" and alone) and not any(c in x for c in special):
            return x
        return self._quote + (x.replace(self._quote, self._quote * 2) if known is x else x) + self._quote

    def writerow(self, row):
        row = list(row)
        text = self._delimiter.join([self._field(x, len(row) == 1) for x in row]) + self._end
        self._file.write(text)
        return len(text)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictWriter:
    """Writes dicts as rows, in the order of `fieldnames`."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **kwds):
        self.fieldnames, self.restval, self.extrasaction = list(fieldnames), restval, extrasaction
        self.writer = writer(f, dialect, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        wrong = [k for k in rowdict if k not in self.fieldnames]
        if wrong and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return self.writer.writerow([rowdict.get(key, self.restval) for key in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
