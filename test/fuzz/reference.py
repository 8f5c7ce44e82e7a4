#!/usr/bin/env python3
"""reference.py -- runs programs under this Python, many in one process: importing JAX and compiling its ops are most of the time of each.

Reads paths, one a line; answers with one line of JSON: what the program printed, and its exit status. Each is a module of its
own; what programs change in the modules that they import stays, which those of array_programs.py do not."""
import contextlib
import io
import json
import sys
import traceback
import warnings


def run(path):
    out, status, error = io.StringIO(), 0, ""
    with open(path) as f:
        text = f.read()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(text, path, "exec"), {"__name__": "__main__", "__file__": path})
    except SystemExit as e:
        status = e.code or 0
    except BaseException:  # what a program raises is its end
        status, error = 1, traceback.format_exc()
    return {"stdout": out.getvalue(), "returncode": status, "stderr": error}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        answer = json.dumps(run(line.rstrip("\n")))
        print(answer, flush=True)
