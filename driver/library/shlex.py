"""shlex: command lines split as a shell does."""


def split(s, comments=False, posix=True):
    if not posix:
        raise NotImplementedError("shlex.split(posix=False)")
    words, word, mark, i = [], None, "", 0
    while i < len(s):
        c = s[i]
        if mark:
            if c == mark:
                mark = ""
            elif c == "\\" and mark == '"' and s[i + 1:i + 2] in ('"', "\\"):
                i += 1
                word += s[i]
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c == "#" and comments and word is None:
            end = s.find("\n", i)
            i = len(s) if end < 0 else end
        elif c in "'\"":
            mark, word = c, word or ""
        elif c == "\\":
            if i + 1 == len(s):
                raise ValueError("No escaped character")
            i += 1
            word = (word or "") + s[i]
        else:
            word = (word or "") + c
        i += 1
    if mark:
        raise ValueError("No closing quotation")
    return words if word is None else [*words, word]


def quote(s):
    plain = s and all(c.isascii() and (c.isalnum() or c in "_@%+=:,./-") for c in s)
    return s if plain else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(s) for s in split_command)
