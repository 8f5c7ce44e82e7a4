"""packages_interrupted.py PACKAGES.PY FOLDER -- what is in the folder of the packages after one run, and after a run whose archive
fails, or is interrupted, in the middle. The programs that packages.py calls are small scripts here."""
import os
import pathlib
import signal
import subprocess
import sys

TOOLS = {
    "cmake": 'mkdir -p "$4/bin" "$4/lib/cjax" && touch "$4/bin/cjax-opt" "$4/bin/cjaxc"',
    "llvm-strip-22": r"""printf '#!/bin/sh\necho cjaxc 9.8.7\n' >"$2"; chmod +x "$2" """,
    "llvm-readelf-22": "echo GLIBC_2.17",
    "dpkg-deb": 'for x; do :; done; echo deb >"$x"',
    "tar": 'echo half >"$6"; eval "$ON_TAR"',
}


def main():
    signal.signal(signal.SIGINT, signal.default_int_handler)             # lit ignores it, and so would what it runs
    script, folder = map(pathlib.Path, sys.argv[1:])
    tools = folder / "tools"
    tools.mkdir(parents=True)
    for name, text in TOOLS.items():
        (tools / name).write_text(f"#!/bin/sh\n{text}\n")
        (tools / name).chmod(0o755)
    for what, on_tar in (("whole", ":"), ("failed", "exit 1"), ("interrupted", "kill -INT $PPID; sleep 1")):
        env = os.environ | {"PATH": f"{tools}:{os.environ['PATH']}", "ON_TAR": on_tar}
        run = subprocess.run([sys.executable, script, folder, folder / "packages"], env=env, capture_output=True, text=True)
        print(what, run.returncode, sorted(x.name for x in folder.iterdir()), sorted(x.name for x in (folder / "packages").iterdir()))
        if what == "whole":
            (folder / "packages" / "kept").touch()
            print(run.stdout, end="")


main()
