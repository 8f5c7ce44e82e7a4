#!/usr/bin/env python3
"""analyse.py BUILD [gcc] [clang] [clang-analyze] [cppcheck] -- the warnings of compilers and analysers for every C file.

The files and their flags are those of BUILD/compile_commands.json. What `SUPPRESSED` names is known, with its reason."""
import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys

FLAGS = ["-Wall", "-Wextra", "-Wconversion", "-Wno-unused-parameter", "-Wno-missing-field-initializers"]
TOOLS = {
    "gcc": ["gcc", "-fsyntax-only", *FLAGS, "-Wno-psabi", "-Wno-unknown-pragmas"],  # vectors of 64 bytes stay within one file
    "clang": ["clang-22", "-fsyntax-only", *FLAGS],
    "clang-analyze": ["clang-22", "--analyze", "--analyzer-output", "text", "-Xclang", "-analyzer-disable-checker", "-Xclang",
                      "security.insecureAPI.DeprecatedOrUnsafeBufferHandling"],
    "cppcheck": ["cppcheck", "--quiet", "--std=c11", "--enable=warning,portability", "--inline-suppr", "--suppress=missingIncludeSystem",
                 "--template={file}:{line}:{column}: warning: {message} [{id}]"],
}
SKIPPED = {"gcc": "/runtime/linalg/"}  # its vectors are clang's
# part of a warning, or parts with * between them -> why it is none
SUPPRESSED = {
    "[internalAstError]": "cppcheck does not read conditionals of macros and compound literals",
    "[syntaxError]": "the same",
    "[preprocessorErrorDirective]": "the same",
    "[uninitvar]": "arrays and structs that a loop or a function fills; clang's analyser follows those",
    "[ctuuninitvar]": "the same",
    "[legacyUninitvar]": "the same",
    "[objectIndex]": "the parts of a complex number as an array of two, which C allows",
    "[invalidPointerCast]": "contents of arrays are bytes, read as their dtype",
    "[selfAssignment]": "CONJ and REAL of a real type are nothing",
    "[compareBoolExpressionWithInt]": "a bool as the number of further turns",
    "[nullPointerRedundantCheck]": "the failing branch does not return",
    "[ctunullpointer]": "the same",
    "[nullPointer]": "the two pointers are null together, with a count of zero; or one of two is not null",
    "[comparePointers]": "the bounds of the C stack",
    "[unknownEvaluationOrder]": "compound literals have no side effects",
    "(via field 'data') results in a null pointer dereference [core.NullDereference]": "a VEC with room has its data",
    "driver/stage/index_parse.c * [core.DivideZero]": "where a mask has elements, no dimension of it is 0",
    "driver/stage/dtype_limits.c * [core.BitwiseShift]": "integers have bits",
    "driver/stage/numpy_module.c * [core.BitwiseShift]": "the same",
    "driver/stage/flow_loop.c * [core.NullDereference]": "a VEC with room has its data",
    "driver/stage/flow_loop.c * [core.CallAndMessage]": "a place that is carried has been read",
    "driver/stage/attr.c * [core.CallAndMessage]": "what is found is set",
    "driver/stage/transform_jaxpr.c * [core.CallAndMessage]": "a shown op has as many words as its kind",
    "lower/host/function.c * [core.NullDereference]": "tiny values have been loaded",
    "lower/host/loop.c * [core.NullDereference]": "the place of what has a spare one is memory",
    "lower/link.c * fstat": "a link that succeeds has its output open",
    "lower/ops/index.c * [core.CallAndMessage]": "a window has as many axes as the operand has that stay",
    "lower/ops/small_float.c * [core.BitwiseShift]": "the wider float has more bits of fraction",
    "lower/schedule/fuse_plan.c * [core.NullDereference]": "stages have axes",
    "lower/schedule/fuse_stage.c * [core.CallAndMessage]": "sums are filled as far as they are counted",
    "lower/schedule/fuse_stage.c * [core.NonNullParamChecker]": "sums are there when they are counted",
    "lower/wasm.c * [core.CallAndMessage]": "all lanes are in a part",
    "runtime/os/change_path.c * [unix.Errno]": "make_all fails with errno set",
    "driver/cache.c * fstatat": "an open directory has a file descriptor",
    "driver/stage/trace.c * [core.NullDereference]": "what leaked has an owner",
    "[arrayIndexOutOfBoundsCond]": "the condition has returned before",
}


def flags_of(command, tool):
    """The include paths, definitions and the standard."""
    words, kept = shlex.split(command), []
    for i, w in enumerate(words):
        if w == "-isystem" and tool != "cppcheck":
            kept += [w, words[i + 1]]
        elif w.startswith("-isystem/") and tool != "cppcheck":
            kept.append(w)
        elif w.startswith(("-I", "-D")) or w.startswith(("-std", "-march")) and tool != "cppcheck":
            kept.append(w)
    return kept


def told(tool, file):
    """What the analyser cannot see in the file itself."""
    raises = tool == "clang-analyze" and re.search("/driver/stage/(?!ucd_|exception)", file)
    return ["-include", os.path.join(os.path.dirname(os.path.abspath(__file__)), "raises.h")] if raises else []


def is_known(line):
    return any(all(part in line for part in known.split(" * ")) for known in SUPPRESSED)


def findings(tool, entry):
    words = [*flags_of(entry["command"], tool), *told(tool, entry["file"])]
    r = subprocess.run([*TOOLS[tool], *words, entry["file"]], cwd=entry["directory"], capture_output=True, text=True)
    lines = re.findall(r"^.*(?:warning|error): .*$", r.stderr + r.stdout, re.M)
    return [os.path.normpath(os.path.join(entry["directory"], line)) for line in lines if not is_known(line)]


def entries(build, tool):
    """One for each C file of the tree that the tool can read."""
    with open(os.path.join(build, "compile_commands.json")) as f:
        found = {e["file"]: e for e in json.load(f) if e["file"].endswith(".c") and not e["file"].startswith(os.path.abspath(build))}
    return [e for f, e in found.items() if SKIPPED.get(tool, "\0") not in f]


def main(build, *tools):
    root, bad = os.getcwd() + "/", 0
    for tool in tools or TOOLS:
        with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", 2))) as pool:
            found = {line for lines in pool.map(lambda e: findings(tool, e), entries(build, tool)) for line in lines}
        for line in sorted(found):
            print(line.removeprefix(root))
        print(f"{tool}: {len(entries(build, tool))} files, {len(found)} warnings", flush=True)
        bad += len(found)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
