"""fnmatch: names that match a pattern of *, ? and [...]."""

import re


def translate(pat):
    """The pattern as a regular expression for all of a name."""
    out, i = "", 0
    while i < len(pat):
        c, i = pat[i], i + 1
        end = pat.find("]", i + 1 + (pat[i:i + 1] == "!")) if c == "[" else -1
        if end >= 0:
            inside = pat[i:end].replace("\\", "\\\\")
            out += "[" + ("^" + inside[1:] if inside[0] == "!" else "\\" + inside if inside[0] == "^" else inside) + "]"
            i = end + 1
        else:
            out += ".*" if c == "*" else "." if c == "?" else re.escape(c)
    return "(?s)" + out + "\\Z"


def fnmatchcase(name, pat):
    return re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
