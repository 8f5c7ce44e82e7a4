"""doctest: the examples in docstrings, run in the module's names."""

import sys

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL = 8, 4, 32


class TestResults(tuple):
    def __new__(cls, failed, attempted):
        return tuple.__new__(cls, (failed, attempted))

    failed = property(lambda self: self[0])
    attempted = property(lambda self: self[1])

    def __repr__(self):
        return f"TestResults(failed={self[0]}, attempted={self[1]})"


class _Example:
    def __init__(self, source, want, line):
        self.source, self.want, self.line = source, want, line


def _examples(text):
    """The examples of a docstring: lines behind >>> and ..., and what follows up to an empty line."""
    lines, found, i = text.expandtabs().split("\n"), [], 0
    while i < len(lines):
        line = lines[i].lstrip()
        if not line.startswith(">>> ") and line != ">>>":
            i += 1
            continue
        start, indent = i, len(lines[i]) - len(line)
        source, i = [line[4:]], i + 1
        while i < len(lines) and (lines[i].lstrip().startswith("... ") or lines[i].strip() == "..."):
            source.append(lines[i].lstrip()[4:])
            i += 1
        want = []
        while i < len(lines) and lines[i].strip() and not lines[i].lstrip().startswith(">>>"):
            want.append(lines[i][indent:])
            i += 1
        found.append(_Example("\n".join(source) + "\n", "".join(w + "\n" for w in want), start))
    return found


def _matches(want, got, flags):
    got_lines = "".join("<BLANKLINE>\n" if not x else x + "\n" for x in got.split("\n")[:-1])
    if want in (got, got_lines):
        return True
    if flags & NORMALIZE_WHITESPACE:
        want, got = " ".join(want.split()), " ".join(got.split())
    if want == got:
        return True
    if not flags & ELLIPSIS or "..." not in want:
        return False
    parts, at = want.split("..."), 0
    if not got.startswith(parts[0]) or not got.endswith(parts[-1]):
        return False
    for p in parts:
        at = got.find(p, at)
        if at < 0:
            return False
        at += len(p)
    return True


def _run(example, names):
    """What it prints, or (None, exception)."""
    import io
    from contextlib import redirect_stdout
    buffer = io.StringIO()
    try:
        with redirect_stdout(buffer):
            try:
                value = eval(example.source.strip("\n"), names)
            except SyntaxError:
                value = exec(example.source, names)
            if value is not None:
                print(repr(value))
    except Exception as e:
        return buffer.getvalue(), e
    return buffer.getvalue(), None


def _expected_error(want):
    """The last part of a traceback that is wanted, or None."""
    if not want.startswith(("Traceback (most recent call last):", "Traceback (innermost last):")):
        return None
    lines = want.split("\n")[1:]
    return "\n".join(x for x in lines if x and not x.startswith((" ", "\t", "..."))) + "\n"


def _indented(text):
    return "".join("    " + x + "\n" for x in text.rstrip("\n").split("\n"))


def _check(example, names, flags, name):
    for flag, bit in (("+ELLIPSIS", ELLIPSIS), ("+NORMALIZE_WHITESPACE", NORMALIZE_WHITESPACE)):
        flags |= bit if "# doctest:" in example.source and flag in example.source else 0
    if "# doctest:" in example.source and "+SKIP" in example.source:
        return None
    got, error = _run(example, names)
    wanted = _expected_error(example.want)
    if error is not None:
        said = f"{type(error).__name__}: {error}\n" if str(error) else f"{type(error).__name__}\n"
        if wanted is not None and (_matches(wanted, said, flags) or
                                   flags & IGNORE_EXCEPTION_DETAIL and wanted.split(":")[0] == said.split(":")[0]):
            return True
        got = "Traceback (most recent call last):\n" + said
    elif wanted is None and _matches(example.want, got, flags):
        return True
    print("*" * 70)
    print(f"Failed example in {name}:")
    print(_indented(example.source), end="")
    print("Expected:\n" + _indented(example.want) if example.want else "Expected nothing\n", end="")
    print("Got:\n" + _indented(got) if got else "Got nothing\n", end="")
    return False


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    attempted = failed = 0
    names = dict(globs)
    for example in _examples(f if isinstance(f, str) else f.__doc__ or ""):
        good = _check(example, names, optionflags, name)
        attempted += good is not None
        failed += good is False
    return TestResults(failed, attempted)


def _documented(module):
    yield module.__name__, module
    for key, value in list(module.__dict__.items()):
        if getattr(value, "__module__", None) != module.__name__ or not hasattr(value, "__doc__"):
            continue
        if isinstance(value, type):
            yield f"{module.__name__}.{key}", value
            for k, v in list(value.__dict__.items()):
                v = getattr(v, "__func__", getattr(v, "fget", v))
                if callable(v) and not isinstance(v, type):
                    yield f"{module.__name__}.{key}.{k}", v
        elif callable(value):
            yield f"{module.__name__}.{key}", getattr(value, "__wrapped__", value)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """The examples of a module's docstrings; failures are printed."""
    m = sys.modules["__main__"] if m is None else m
    names = {**(m.__dict__ if globs is None else globs), **(extraglobs or {})}
    attempted = failed = 0
    for full, x in sorted(_documented(m), key=lambda pair: pair[0]):
        if isinstance(x.__doc__, str):
            result = run_docstring_examples(x.__doc__, names, name=full, optionflags=optionflags)
            failed, attempted = failed + result.failed, attempted + result.attempted
    if failed and report:
        print("*" * 70)
        print(f"***Test Failed*** {failed} failure{'s' if failed > 1 else ''}.")
    return TestResults(failed, attempted)
