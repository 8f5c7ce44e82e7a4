#!/usr/bin/env python3
"""dialect_tests.py FOLDER ... -- the modules of folders of test/dialect with an @main, compiled: what they print is what the
interpreter prints. Derivatives, batches and expansions of ops are what runs."""
import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2]))
from compare_output import difference

PASSES = ["--expand-transforms", "--expand-custom", "--expand-definitions", "--split-complex", "--expand-ops"]


def run(command, text=None):
    r = subprocess.run(command, input=text, capture_output=True, text=True)
    if r.returncode:
        raise RuntimeError(f"{os.path.basename(command[0])}: exit status {r.returncode}: {r.stderr[-500:]}")
    return r.stdout


def finding(path, exe):
    try:
        want = run(["cjax-opt", "--expand-transforms", "--interpret", str(path)])
        run(["cjax-lower", "-O0", "-", "-o", exe], run(["cjax-opt", *PASSES, str(path)]))
        return difference(want, run([exe]))
    except RuntimeError as error:
        return str(error)


def main():
    paths = [p for folder in sys.argv[1:] for p in sorted(pathlib.Path(folder).glob("*.mlir"))]
    paths = [p for p in paths if "func.func @main()" in p.read_text() and "--split-input-file" not in p.read_text() and p.stem != "errors"]
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        for p in paths:
            found = finding(p, f"{folder}/exe")
            if found:
                print(f"{p.parent.name}/{p.name}: {found}")
                bad += 1
    if bad or not paths:
        print(f"{len(paths)} modules, {bad} with a difference")
    return 1 if bad or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
