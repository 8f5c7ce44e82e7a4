"""cache_shared.py FOLDER -- programs that are run by several processes at once, over one cache, which others empty."""
import os
import pathlib
import subprocess
import sys

folder = pathlib.Path(sys.argv[1])
environment = {**os.environ, "CJAX_CACHE_DIR": str(folder / "cache")}


def start(*words):
    return subprocess.Popen(["cjaxc", *words], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


for i in range(2):
    (folder / f"p{i}.py").write_text(f"import jax.numpy as jnp\nprint(jnp.arange(4.0) + {i})\n", encoding="utf-8")
wanted = ["[0. 1. 2. 3.]\n", "[1. 2. 3. 4.]\n"]
for again in range(3):
    running = [(i % 2, start("run", str(folder / f"p{i % 2}.py"))) for i in range(6)]
    emptying = start("cache", "clear")
    for i, process in running:
        out, err = process.communicate()
        assert (out, err, process.returncode) == (wanted[i], "", 0), (again, i, out, err, process.returncode)
    assert emptying.wait() == 0, emptying.stderr.read()
left = [f.name for f in (folder / "cache").iterdir() if f.name.startswith(".") or "tmp" in f.name]
print("18 runs,", left or "nothing partial left")
