"""string: constants and templates."""

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([w.capitalize() for w in s.split(sep)])


class Template:
    """$name and ${name} replaced by values; $$ is a dollar."""

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping=(), /, **kws):
        return self._fill({**dict(mapping), **kws}, False)

    def safe_substitute(self, mapping=(), /, **kws):
        return self._fill({**dict(mapping), **kws}, True)

    def _fill(self, values, safe):
        text, out, at = self.template, [], 0
        while True:
            dollar = text.find("$", at)
            if dollar < 0:
                return "".join(out) + text[at:]
            out.append(text[at:dollar])
            if text[dollar + 1:dollar + 2] == "$":
                out.append("$")
                at = dollar + 2
                continue
            begin, braced = dollar + 1, text[dollar + 1:dollar + 2] == "{"
            begin += braced
            end = begin
            while end < len(text) and (text[begin:end + 1]).isidentifier():
                end += 1
            name, at = text[begin:end], end + braced
            if not name or (braced and text[end:end + 1] != "}"):
                if not safe:
                    line = text.count("\n", 0, dollar) + 1
                    raise ValueError(f"Invalid placeholder in string: line {line}, "
                                     f"col {dollar - text.rfind(chr(10), 0, dollar)}")
                out.append("$")
                at = dollar + 1
            elif name in values:
                out.append(str(values[name]))
            elif safe:
                out.append(text[dollar:at])
            else:
                raise KeyError(name)
