"""language.py [CJAXC] -- the compiler's own speed: Python evaluated while compiling, staging, rolled loops, check.

Used by measure.py.  The pure Python programs run under cjaxc and under this Python, in turn; processes are counted whole.
"""
import os
import sys
import time

PURE = {
    "10^6 integer additions": "total = 0\nfor i in range(1000000):\n    total = total + i\nprint(total)\n",
    "a dict of 10^6 items": "d = {}\nfor i in range(1000000):\n    d[i] = i\nprint(len(d))\n",
    "a string of 10^6 pieces": "parts = []\nfor i in range(1000000):\n    parts.append(str(i))\nprint(len(''.join(parts)))\n",
}

os.environ["CJAX_CACHE_DIR"] = ""  # what is measured is compiled


def unrolled(n):
    """A program of n array ops, each on its own line of a Python loop that cannot be one loop of the executable."""
    return ("import jax.numpy as jnp\nx = jnp.arange(8.0)\nops = [jnp.sin, jnp.cos, jnp.tanh, jnp.abs] * " + str(n // 4) +
            "\nfor f in ops:\n    x = f(x)\nprint(x)\n")


def rolled(n):
    return f"import jax.numpy as jnp\nx = jnp.arange(8.0)\nfor i in range({n}):\n    x = jnp.sin(x) + i\nprint(x)\n"


def long_program():
    """500 lines of functions of the kind that programs are made of."""
    part = ("def layer{i}(p, x):\n    h = x @ p['w'] + p['b']\n    return jnp.tanh(h) * {i}\n\n\n"
            "def run{i}(p, x):\n    for _ in range(3):\n        x = layer{i}(p, x)\n    return x\n")
    text = "import jax\nimport jax.numpy as jnp\n\np = {'w': jnp.eye(3), 'b': jnp.zeros(3)}\nx = jnp.ones(3)\n"
    i = 0
    while text.count("\n") < 490:
        text += part.format(i=i) + f"x = run{i}(p, x)\n"
        i += 1
    return text + "print(jax.jit(run0)(p, x))\n"


def timed(command, repeat=3):
    """The shortest time of some runs, in seconds, and the largest memory, in MB."""
    best, most = float("inf"), 0
    for _ in range(repeat):
        start = time.perf_counter()
        pid = os.posix_spawnp(command[0], command, os.environ,
                              file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
        _, status, usage = os.wait4(pid, 0)
        if status:
            raise SystemExit(f"{' '.join(command)}: status {status}")
        best, most = min(best, time.perf_counter() - start), max(most, usage.ru_maxrss / 1024)
    return best, most


def pure_rows(cjaxc, write):
    for what, text in PURE.items():
        program = write("pure.py", text)
        ours, our_memory = timed([cjaxc, program, "-o", program[:-3]])
        theirs, their_memory = timed([sys.executable, program])
        yield (f"while compiling: {what}", f"{ours * 1e3:.0f} ms, {our_memory:.0f} MB",
               f"CPython {theirs * 1e3:.0f} ms, {their_memory:.0f} MB ({ours / theirs:.2f}x)", "3x CPython")


def staging_rows(cjaxc, write):
    """--emit=cjax, less what a program of one op takes."""
    base = timed([cjaxc, "--emit=cjax", write("one.py", unrolled(4)), "-o", write("one.mlir", "")])[0]
    for n in (10000, 100000):
        took = timed([cjaxc, "--emit=cjax", write("many.py", unrolled(n)), "-o", write("many.mlir", "")])
        goal = "100 ms" if n == 10000 else "linear"
        yield f"staging {n:,} array ops", f"{(took[0] - base) * 1e3:.0f} ms, {took[1]:.0f} MB", "", goal


def loop_rows(cjaxc, write):
    took, size = [], []
    for n in (1000, 1000000):
        program = write("rolled.py", rolled(n))
        took.append(timed([cjaxc, program, "-o", program[:-3]])[0] * 1e3)
        size.append(os.path.getsize(program[:-3]) / 1000)
    yield ("a loop of 10^3 / 10^6 iterations: compile time", f"{took[0]:.0f} / {took[1]:.0f} ms", "", "no growth")
    yield ("its executable", f"{size[0]:.1f} / {size[1]:.1f} kB", "", "no growth")


def check_rows(cjaxc, write):
    took, _ = timed([cjaxc, "check", write("long.py", long_program())], 5)
    yield "`cjaxc check` on 500 lines", f"{took * 1e3:.0f} ms", "", "60 ms"


def rows(cjaxc, folder):
    """(what, cjax, other, goal), one by one."""
    def write(name, text):
        path = os.path.join(folder, name)
        with open(path, "w") as out:
            out.write(text)
        return path

    for part in (pure_rows, staging_rows, loop_rows, check_rows):
        yield from part(cjaxc, write)


if __name__ == "__main__":
    import tempfile
    with tempfile.TemporaryDirectory() as scratch:
        for row in rows(sys.argv[1] if len(sys.argv) > 1 else "build/bin/cjaxc", scratch):
            print(" | ".join(row))
