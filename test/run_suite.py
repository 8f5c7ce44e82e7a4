#!/usr/bin/env python3
"""Runs lit over the suite; the last line is `N passed, N failed`, the exit status 1 when any failed.

    test/run_suite.py BUILD [FOLDER_OR_FILE of test/ ...] [--lit OPTION ...]
"""
import json
import os
import subprocess
import sys

PASSED = {"PASS", "XFAIL", "FLAKYPASS"}
SKIPPED = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def find_lit(build):
    with open(os.path.join(build, "test", "lit_path.txt")) as f:
        for path in f.read().split():
            if os.path.exists(path):
                return path
    sys.exit("run_suite: there is no lit: install llvm-22-tools")


def main(args):
    build, folders, options = args[0], args[1:], []
    if "--lit" in folders:
        at = folders.index("--lit")
        folders, options = folders[:at], folders[at + 1:]
    root = os.path.join(build, "test")
    paths = [os.path.join(root, f.removeprefix("test/")) for f in folders] or [root]
    results = os.path.join(root, "results.json")
    if os.path.exists(results):
        os.remove(results)
    command = [sys.executable, find_lit(build), "-s", "-v", "-o", results, *options, *paths]
    status = subprocess.call(command, stdin=subprocess.DEVNULL)
    if not os.path.exists(results):
        print("lit ended without results")
        return status or 1
    with open(results) as f:
        codes = [t["code"] for t in json.load(f)["tests"]]
    passed = sum(c in PASSED for c in codes)
    skipped = sum(c in SKIPPED for c in codes)
    failed = len(codes) - passed - skipped
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or status or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
