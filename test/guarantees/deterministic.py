#!/usr/bin/env python3
"""deterministic.py FOLDER PROGRAM ... [--kinds KIND ...] -- the same source gives the same bytes, wherever and however cjaxc runs.

Each program is compiled in a folder of its own for each of the ways: other locale, time zone, umask, environment, memory
layout, number of cores, a copy of the compiler in another folder, while others compile."""
import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

# environment, what is put before the command
WAYS = {
    "plain": ({}, []),
    "locale": ({"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE", "TZ": "Asia/Kathmandu", "LANGUAGE": "ar"}, []),
    "environment": ({"HOME": "/proc/nonexistent", "PYTHONHASHSEED": "7", "X" * 3000: "y" * 30000}, []),
    "umask": ({}, ["bash", "-c", 'umask 077; exec "$0" "$@"']),
    "one core": ({"CJAX_NUM_THREADS": "1"}, ["taskset", "1"]),
    "no randomisation": ({}, ["setarch", "-R"]),
    "stack": ({}, ["bash", "-c", 'ulimit -s 65536; exec "$0" "$@"']),
}


def compiled(compiler, folder, program, kind, env, prefix):
    """The hash of what is written, of a compiler run in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(program, folder / "p.py")
    out = folder / "out"
    subprocess.run([*prefix, compiler, "p.py", f"--emit={kind}", "-o", "out"], cwd=folder, env=dict(os.environ, **env), check=True)
    return hashlib.sha256(out.read_bytes()).hexdigest()


def copied(folder):
    """A compiler in another folder, with its runtime."""
    real = pathlib.Path(shutil.which("cjaxc")).resolve()
    (folder / "elsewhere" / "bin").mkdir(parents=True)
    (folder / "elsewhere" / "lib").mkdir()
    shutil.copy(real, folder / "elsewhere" / "bin" / "cjaxc")
    shutil.copytree(real.parent.parent / "lib" / "cjax", folder / "elsewhere" / "lib" / "cjax")
    return str(folder / "elsewhere" / "bin" / "cjaxc")


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("folder", type=pathlib.Path)
    args.add_argument("programs", nargs="+")
    args.add_argument("--kinds", nargs="*", default=["exe", "llvm", "cjax"])
    args = args.parse_args()
    shutil.rmtree(args.folder, ignore_errors=True)
    other, bad, n = copied(args.folder), 0, 0
    for program in args.programs:
        for kind in args.kinds:
            hashes = {}
            for i, (way, (env, prefix)) in enumerate(WAYS.items()):
                hashes[way] = compiled("cjaxc", args.folder / f"deep/{i}" / way, program, kind, env, prefix)
            hashes["copy"] = compiled(other, args.folder / "x", program, kind, {}, [])
            n += len(hashes)
            for way, h in hashes.items():
                if h != hashes["plain"]:
                    bad += 1
                    print(f"{program}: {kind}: {way} gives other bytes", flush=True)
    print(f"{n} compilations, {bad} with other bytes")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
