"""errors_index.py ROOT FOLDER [--write] -- holds docs/errors/ against the source and the compiler.

Each id that the source uses has a page, docs/errors/CJnnnn.md:

    # CJnnnn: title                                 starts in lower case
    why, in a few lines
    ```python ... ```                               a program that gives the error
    ```sh ... ```                                   the command that does (`cjaxc check p.py` if none)
    ```text ... ```                                 what is printed then
    Instead: what to write.
    ```python ... ```                               the same program without the error
    ```sh ... ```                                   its command

Programs are run in FOLDER. With --write the texts are filled in from what cjaxc prints, and
docs/errors/README.md, the index, is made from the pages. Without a program and a command nothing is
run: for what only a broken machine gives.
"""
import os
import pathlib
import re
import subprocess
import sys

root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
write = "--write" in sys.argv
pages = root / "docs" / "errors"
HOW = ("write docs/errors/{0}.md as the head of test/driver/Inputs/errors_index.py says, then run "
       "`python3 test/driver/Inputs/errors_index.py . /tmp --write`, with build/bin on the path")
SECTIONS = [("CJ0000", "The program's text"), ("CJ0010", "The command line and files"),
            ("CJ0100", "Running the program while compiling"),
            ("CJ0410", "Values that only the executable knows"),
            ("CJ0440", "Functions of JAX and NumPy"), ("CJ0700", "Machine code and output")]
HEAD = """# Errors

Every error is `file:line:col: error: [id] Type: message`, the source line with a caret, and notes. The exit status is 1, and no
output file is left. An id means one thing; its page has a program that gives it, where one can, and what to write instead.
"""
BLOCK = re.compile(r"(?ms)^```(python|sh|text)\n(.*?)^```\n")


def ids_used():
    used = {}
    for part in ("dialect", "driver", "lower", "runtime"):
        for path in sorted((root / part).rglob("*.[ch]")):
            code = re.sub(r"(?m)//.*$", "", path.read_text())
            for error in re.findall(r"\bCJ\d{4}\b", code):
                used.setdefault(error, path.relative_to(root))
    return used


def run(blocks):
    """The status and the stderr of a page's half, or None when it has nothing to run."""
    if not {"python", "sh"} & blocks.keys():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "p.py").write_text(blocks.get("python", ""))
    command = blocks.get("sh", "cjaxc check p.py")
    ran = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                         timeout=60, stdin=subprocess.DEVNULL,
                         env={**os.environ, "HOME": str(folder)})
    return ran.returncode, ran.stderr


def check_page(error, path):
    """Yields what is wrong with it; returns its title."""
    text = path.read_text()
    head = re.match(rf"# {error}: (.+)\n", text)
    before, instead, after = text.partition("\nInstead: ")
    if not head or not instead:
        yield "needs '# %s: title' first and a line 'Instead: ...'" % error
        return
    ran = run(dict(BLOCK.findall(before)))
    if ran:
        status, stderr = ran
        if status != 1 or f"error: [{error}] " not in stderr:
            yield f"its program gives {status}, {stderr[:200]!r}"
        shown = dict(BLOCK.findall(before)).get("text")
        if shown != stderr and write:
            before = re.sub(r"(?ms)^```text\n.*?^```\n\n?", "", before).rstrip("\n")
            path.write_text(f"{before}\n\n```text\n{stderr}```\n\nInstead: {after}")
        elif shown != stderr:
            yield f"shows another text than {stderr!r} (--write mends that)"
    ran = run(dict(BLOCK.findall(after)))
    if ran and ran[0]:
        yield f"its program without the error gives {ran[0]}, {ran[1][:200]!r}"


def index(titles):
    out, rest = HEAD, list(SECTIONS)
    for error in sorted(titles):
        if rest and error >= rest[0][0]:
            while len(rest) > 1 and error >= rest[1][0]:
                rest.pop(0)
            out += f"\n## {rest.pop(0)[1]}\n\n"
        out += f"- [{error}]({error}.md): {titles[error]}\n"
    return out


def main():
    wrong, used = [], ids_used()
    found = {path.stem: path for path in sorted(pages.glob("CJ*.md"))}
    wrong += [f"{e}: used in {used[e]}: " + HOW.format(e) for e in used if e not in found]
    wrong += [f"{e}: used nowhere: remove its page" for e in found if e not in used]
    if (root / "docs" / "errors.md").exists():
        wrong.append("docs/errors.md: is a folder now: " + HOW.format("CJnnnn"))
    titles = {}
    for error, path in found.items():
        wrong += [f"docs/errors/{error}.md: {text}" for text in check_page(error, path)]
        title = path.read_text().partition("\n")[0].partition(": ")[2]
        if title in titles.values():
            wrong.append(f"{title!r}: the title of two ids")
        titles[error] = title
    readme = pages / "README.md"
    if write:
        readme.write_text(index(titles))
    elif not readme.exists() or readme.read_text() != index(titles):
        wrong.append("docs/errors/README.md: is not the index of the pages: " + HOW.format("CJnnnn"))
    print("\n".join(wrong) or f"{len(found)} ids, each once")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
