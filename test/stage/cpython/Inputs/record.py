"""record.py [NAME ...] -- records the outputs of the corpus from the CPython that runs this.

Each program prints a line `== title` before each snippet; a difference is found by it.  What CPython 3.12 does
otherwise than 3.11, by which the outputs are recorded, is in test/stage/core, written by hand.
"""
import pathlib
import subprocess
import sys

folder = pathlib.Path(__file__).parent.parent
names = sys.argv[1:] or sorted(p.stem for p in folder.glob("*.py"))
snippets = 0
for name in names:
    program = folder / f"{name}.py"
    ran = subprocess.run([sys.executable, "-W", "ignore", program], capture_output=True, text=True)
    if ran.returncode:
        sys.exit(f"{program}: exit status {ran.returncode}\n{ran.stderr}")
    (folder / f"{name}.out").write_text(ran.stdout)
    snippets += ran.stdout.count("\n== ") + ran.stdout.startswith("== ")
print(len(names), "programs,", snippets, "snippets")
