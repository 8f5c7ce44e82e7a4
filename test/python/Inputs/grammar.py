"""grammar.py TABLE PARSER_SOURCES FOLDER -- each rule of the table takes and refuses what its line says.

CPython must agree, where it is 3.12 or the syntax is older; each parse_ function of the sources must have a line.
"""
import pathlib
import re
import subprocess
import sys

table, sources, folder = map(pathlib.Path, sys.argv[1:])
rows = {}
for line in table.read_text().splitlines():
    if line and line[0] != "#":
        name, *programs = [part.strip(" ") for part in line.split("¦")]
        rows[name.split()[0]] = [p.replace("\\n", "\n").replace("\\t", "\t") + "\n" for p in programs]

wrong = []
functions = set()
for path in sources.glob("parse*.c"):
    functions |= set(re.findall(r"^(?:static )?Node(?:List)? \*?(parse_\w+)\(", path.read_text(), re.M))
wrong += [f"{name}: no line in the table" for name in sorted(functions - set(rows))]
wrong += [f"{name}: no function of the parser" for name in sorted(set(rows) - functions)]


def python_takes(text):
    try:
        compile(text, "rule", "exec")
    except SyntaxError:
        return False
    return True


checked = 0
for name, programs in rows.items():
    for text, good in zip(programs, (True, False)):
        path = folder / f"{name}_{'good' if good else 'bad'}.py"
        path.write_text(text)
        ran = subprocess.run(["cjax-parse", path], capture_output=True, text=True)
        refused = ran.returncode == 1 and re.search(r"error: \[CJ\d+\] (SyntaxError|IndentationError|TabError)", ran.stderr)
        if not (ran.returncode == 0 if good else refused):
            wrong.append(f"{name}: {text!r} gives {ran.returncode}: {ran.stderr[:100]}")
        if python_takes(text) != good and not re.search(r"^type |\[T", text):
            wrong.append(f"{name}: CPython does not agree on {text!r}")
        checked += 1
print("\n".join(wrong) or f"{checked} programs of {len(rows)} rules")
