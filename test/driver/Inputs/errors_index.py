"""errors_index.py ROOT FOLDER -- compares docs/errors.md with the ids that the source uses, and
runs its programs (in FOLDER): each must end with the id under which it stands."""
import pathlib
import re
import subprocess
import sys

root, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
wrong = []

used = {}
for part in ("dialect", "driver", "lower", "runtime"):
    for path in sorted((root / part).rglob("*.[ch]")):
        code = re.sub(r"(?m)//.*$", "", path.read_text())
        for error in re.findall(r"\bCJ\d{4}\b", code):
            used.setdefault(error, path.relative_to(root))

text = (root / "docs" / "errors.md").read_text()
entries = re.findall(r"(?ms)^### (CJ\d{4}): ([^\n]*)\n(.*?)(?=^##|\Z)", text)
listed = [error for error, _, _ in entries]
wrong += [f"{e}: used in {used[e]}, not in docs/errors.md" for e in used if e not in listed]
wrong += [f"{e}: in docs/errors.md, used nowhere" for e in listed if e not in used]
wrong += [f"{e}: more than once in docs/errors.md" for e in set(listed) if listed.count(e) > 1]
titles = [title for _, title, _ in entries]
wrong += [f"{t!r}: the title of two ids" for t in set(titles) if titles.count(t) > 1]
if listed != sorted(listed):
    wrong.append("docs/errors.md is not sorted")

for error, _, body in entries:
    if "\nInstead: " not in body:
        wrong.append(f"{error}: says not what to write instead")
    for program in re.findall(r"(?ms)^```python\n(.*?)^```$", body):
        path = folder / f"{error}.py"
        path.write_text(program)
        ran = subprocess.run(["cjaxc", "check", str(path)], capture_output=True, text=True)
        first = ran.stderr.partition("\n")[0]
        if ran.returncode != 1 or f"error: [{error}] " not in first:
            wrong.append(f"{error}: its program gives {ran.returncode}, {first!r}")

print("\n".join(wrong) or f"{len(entries)} ids, each once")
sys.exit(bool(wrong))
