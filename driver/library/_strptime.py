"""The format of datetime.strptime as a pattern, and what a text says by it."""

import re
from datetime import _DAYS, _MONTHS

_FIELDS = {"d": r"(?P<d>3[01]|[12]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>\d{1,6})", "H": r"(?P<H>2[0-3]|[01]\d|\d)",
           "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "j": r"(?P<j>36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
           "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[01]|[0-5]\d|\d)",
           "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d|Z)", "%": "%",
           "w": "(?P<w>[0-6])", "p": "(?P<p>am|pm)", "B": f"(?P<B>{'|'.join(_MONTHS)})", "b": f"(?P<b>{'|'.join([m[:3] for m in _MONTHS])})",
           "A": f"(?P<A>{'|'.join(_DAYS)})", "a": f"(?P<a>{'|'.join([d[:3] for d in _DAYS])})"}
_LONG = {"X": "%H:%M:%S", "x": "%m/%d/%y", "c": "%a %b %d %H:%M:%S %Y"}


def _pattern(format):
    out, letters = [], iter(format)
    for c in letters:
        if c.isspace():
            if out[-1:] != [r"\s+"]:
                out.append(r"\s+")
        elif c != "%":
            out.append(re.escape(c))
        else:
            kind = next(letters, None)
            if kind is None:
                raise ValueError(f"stray % in format '{format}'")
            if kind in _LONG:
                out.append(_pattern(_LONG[kind]))
            elif kind in _FIELDS:
                out.append(_FIELDS[kind])
            elif kind in "GVuUWZ":
                raise NotImplementedError(f"strptime: %{kind} is not supported")
            else:
                raise ValueError(f"'{kind}' is a bad directive in format '{format}'")
    return "".join(out)


def parse(text, format):
    """A dict of the fields that the format names: year, month, day, hour, ..., offset in minutes or None."""
    found = re.match(_pattern(format), text, re.IGNORECASE)
    if not found:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    g = found.groupdict()
    hour = int(g.get("H") or 0)
    if g.get("I"):
        hour = int(g["I"]) % 12 + (12 if (g.get("p") or "").lower() == "pm" else 0)
    month = int(g.get("m") or 1)
    if g.get("B"):
        month = [m.lower() for m in _MONTHS].index(g["B"].lower()) + 1
    elif g.get("b"):
        month = [m[:3].lower() for m in _MONTHS].index(g["b"].lower()) + 1
    year = int(g.get("Y") or 1900)
    if g.get("y"):
        year = int(g["y"]) + (2000 if int(g["y"]) < 69 else 1900)
    return {"year": year, "month": month, "day": int(g.get("d") or 1), "hour": hour, "minute": int(g.get("M") or 0),
            "second": int(g.get("S") or 0), "microsecond": int((g.get("f") or "").ljust(6, "0")),
            "yearday": int(g["j"]) if g.get("j") else None, "offset": _minutes(g.get("z"))}


def _minutes(zone):
    if zone is None:
        return None
    if zone.upper() == "Z":
        return 0
    digits = zone[1:].replace(":", "")
    return (-1 if zone[0] == "-" else 1) * (int(digits[:2]) * 60 + int(digits[2:]))
